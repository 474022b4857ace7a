import { readCookie } from '@mallhive/contracts/cookies'
import { formatLocale } from '@mallhive/contracts/locales'
import { currencyFrom } from '@mallhive/contracts/currencies'
import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import { traceFields } from '@mallhive/process-kit/telemetry'
import { queryHeader } from '@mallhive/service-kit/callers'
import type { FastifyRequest } from 'fastify'
import type { CallScope } from './bundle/call-scope.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { guardedRpcs } from './guarded-rpcs.ts'
import { localeOfCall } from './locale-of.ts'
import type { PickedRelease } from './pick-release.ts'

interface PublicScope {
  scope: CallScope
  /** Whether a service call has failed, so that the answer may lack something. */
  hasFailed: () => boolean
}

/**
 * Opens the scope of public procedures: no session, cookie, token or address of a shopper reaches the bundle or a service, so
 * the answer cannot be personal. Of the request it uses the market.
 * @param shared whether the answer may be remembered
 */
export function openPublicScope(
  deps: Pick<Deps, 'log' | 'visitor'>,
  request: FastifyRequest,
  deadline: Deadline,
  { name, rpcs }: PickedRelease,
  shared = false,
): PublicScope {
  const log = deps.log.child({ requestId: request.id, release: name })
  const { origin, currency, lang } = marketOf(deps, request)
  let failed = false

  async function callRpc(rpc: string, message: Uint8Array, timeoutMs = Number.POSITIVE_INFINITY) {
    try {
      if (guardedRpcs.has(rpc))
        throw new Error(`${rpc} acts for a shopper, whom a public procedure does not know`)
      return await rpcs.call(rpc, message, {
        headers: { authorization: '', [queryHeader]: '1' },
        timeoutMs: Math.min(deadline.leftMs(), timeoutMs),
        signal: deadline.signal,
      })
    } catch (error) {
      failed = true
      throw error
    }
  }

  const scope: CallScope = {
    context: {
      sessionUnknown: false,
      consents: [],
      cookies: {},
      locale: formatLocale(lang, currency),
      lang,
      currency,
      publicOrigin: origin,
      requestId: request.id,
      shared,
    },
    callRpc,
    startGuest: () =>
      Promise.reject(
        new Refusal('unauthenticated', 'SESSION_REQUIRED', 'A public procedure knows no shopper.'),
      ),
    setCookie: ({ name: cookie }) => log.warn({ cookie }, 'cookie dropped: a public procedure sets none'),
    signal: deadline.signal,
    log,
    trace: traceFields(),
  }
  return { scope, hasFailed: () => failed }
}

/** Returns what public procedures may know of a request. */
export function marketOf({ visitor }: Pick<Deps, 'visitor'>, request: FastifyRequest) {
  const { origin, isPreview } = visitor(request.headers)
  const currency = currencyFrom(readCookie(request.headers.cookie, 'mall_currency', origin))
  return { origin, isPreview, currency, lang: localeOfCall(request) }
}
