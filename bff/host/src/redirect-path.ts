import { ownPath } from '@mallhive/mfe-kit/own-path'

/**
 * Returns where a procedure's result sends the shopper: a path of the mall, or a whole https address such as a payment page,
 * which only the procedure itself may name.
 */
export function resultPath(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('redirectTo' in result)) return undefined
  const { redirectTo } = result
  if (typeof redirectTo !== 'string') return undefined
  return /^https?:\/\//.test(redirectTo) ? redirectTo : ownPath(redirectTo)
}

export function withFlash(path: string, id: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}flash=${id}`
}
