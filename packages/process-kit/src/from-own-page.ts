import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether the browser says that a page of this origin sent the request. Another site's page can send forms with the shopper's
 * cookies, but neither header:
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function fromOwnPage(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  // Without a referrer policy that allows it, a page's own form posts "Origin: null".
  return origin === ownOrigin || (site === 'same-origin' && (origin === undefined || origin === 'null'))
}
