/** Returns the status for a failed loader: the BFF's own, or 503 when the BFF is unreachable or too late. */
export function loaderStatus(error: unknown): number {
  if (!(error instanceof Error)) return 500
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 503
  if (error.name !== 'BffError') return 500
  const status = httpStatusOf(error) ?? 503
  return status === 500 || status > 503 ? 503 : status
}

function httpStatusOf(error: Error & { data?: { httpStatus?: number } }): number | undefined {
  return error.data?.httpStatus
}
