/** The page that a form was on. Never another origin's address. */
export function refererPath(headers: Headers): string {
  const referer = headers.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.replace(/^\/+/, '/') + search
}
