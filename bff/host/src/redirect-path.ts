import { ownPath } from '@mallhive/mfe-kit/own-path'

/**
 * Returns the redirect target of a procedure's result: a path of the mall, or an absolute URL such as a payment page. Only
 * a procedure may name another origin, never a form field.
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
