import type { EdgeTable } from './edge-table.ts'

/** Returns a function that returns the headers of a policy, without HSTS when the public origin is not https. */
export function securityHeaders(
  { securityHeaders: { common, policies } }: EdgeTable,
  publicOrigin: string,
): (policy: string) => Record<string, string> {
  const { 'strict-transport-security': hsts, ...rest } = common
  const secure = hsts !== undefined && new URL(publicOrigin).protocol === 'https:'
  return (policy) => ({
    ...(secure && { 'strict-transport-security': hsts }),
    ...rest,
    ...policies[policy],
  })
}
