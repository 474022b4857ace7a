import { fromOwnPage } from '@mallhive/process-kit/from-own-page'
import type { onRequestHookHandler } from 'fastify'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'
import { msg } from './messages.ts'

/**
 * Refuses state-changing calls from other origins (CSRF), between the mall and its preview host too. Browsers set
 * Sec-Fetch-Site and Origin; a call with neither is not from a browser and passes only without cookies, so without a session.
 */
export const checkOrigin =
  (visitor: Deps['visitor']): onRequestHookHandler =>
  ({ method, headers }, _reply, done) => {
    if (method === 'GET' || method === 'HEAD') return done()
    const { origin, cookie, 'sec-fetch-site': site } = headers
    const withoutSession = site === undefined && origin === undefined && cookie === undefined
    if (withoutSession || fromOwnPage(headers, visitor(headers).origin)) return done()
    return done(new HttpError(403, 'FOREIGN_ORIGIN', msg('foreign-origin')))
  }
