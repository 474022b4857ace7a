import type { onRequestHookHandler } from 'fastify'
import { HttpError } from './http-error.ts'

/**
 * Refuses state-changing calls that another site may have caused. What the browser itself says (Sec-Fetch-Site, Origin)
 * counts; a call that says neither is no browser's, and passes only without cookies: it then acts for nobody.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export const checkOrigin =
  (publicOrigin: string): onRequestHookHandler =>
  ({ method, headers }, _reply, done) => {
    if (method === 'GET' || method === 'HEAD') return done()
    const site = headers['sec-fetch-site']
    const { origin } = headers
    // Without a referrer policy that lets it, a page's own form posts "Origin: null".
    const own =
      origin === publicOrigin || (site === 'same-origin' && (origin === undefined || origin === 'null'))
    const nobody = site === undefined && origin === undefined && headers.cookie === undefined
    if (own || nobody) return done()
    return done(new HttpError(403, 'FOREIGN_ORIGIN', 'This request did not come from a page of this mall.'))
  }
