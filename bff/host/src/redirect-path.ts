/** A path of this mall, or nothing: what a form or link claims must not lead elsewhere. */
export function ownPath(claimed: string | undefined, origin: string): string | undefined {
  if (!claimed?.startsWith('/') || !URL.canParse(claimed, origin)) return undefined
  const url = new URL(claimed, origin)
  return url.origin === origin ? url.pathname + url.search + url.hash : undefined
}

/** The page that the form stands on, without a flash of before; home when the browser does not say. */
export function refererPath(referer: string | undefined, origin: string): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  url.searchParams.delete('flash')
  return url.origin === origin ? url.pathname + url.search : '/'
}

/** Where the procedure itself sends the shopper. Its word is trusted: it may be another origin, such as a payment page. */
export function resultPath(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('redirectTo' in result)) return undefined
  const { redirectTo } = result
  return typeof redirectTo === 'string' && /^(\/|https?:\/\/)/.test(redirectTo) ? redirectTo : undefined
}

export function withFlash(path: string, id: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}flash=${id}`
}
