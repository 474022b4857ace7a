import type { onRequestHookHandler } from 'fastify'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'

/**
 * Refuses state-changing calls that another site may have caused, the preview host of this mall included. The browser sets
 * Sec-Fetch-Site and Origin; a call with neither is not a browser's, and passes only without cookies, so without a session.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export const checkOrigin =
  (visitor: Deps['visitor']): onRequestHookHandler =>
  ({ method, headers }, _reply, done) => {
    if (method === 'GET' || method === 'HEAD') return done()
    const { origin: ownOrigin } = visitor(headers)
    const site = headers['sec-fetch-site']
    const { origin } = headers
    // Without a referrer policy that allows it, a page's own form posts "Origin: null".
    const own =
      origin === ownOrigin || (site === 'same-origin' && (origin === undefined || origin === 'null'))
    const withoutSession = site === undefined && origin === undefined && headers.cookie === undefined
    if (own || withoutSession) return done()
    return done(new HttpError(403, 'FOREIGN_ORIGIN', 'This request did not come from a page of this mall.'))
  }
