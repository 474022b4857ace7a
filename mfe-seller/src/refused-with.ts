/** Returns the code of a BFF refusal, e.g. FORBIDDEN; undefined for other failures. */
export function refusedWith(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined
  const { data } = error
  if (typeof data !== 'object' || data === null || !('code' in data)) return undefined
  return typeof data.code === 'string' ? data.code : undefined
}
