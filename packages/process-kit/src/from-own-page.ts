import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a page of this origin sent the request, by the headers Origin and Sec-Fetch-Site. Pages of other sites can
 * send forms with the shopper's cookies, but cannot forge these headers:
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function fromOwnPage(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  // Under a strict referrer policy, forms of the page itself post "Origin: null".
  return origin === ownOrigin || (site === 'same-origin' && (origin === undefined || origin === 'null'))
}
