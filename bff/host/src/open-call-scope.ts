import { consentsOf } from '@mallhive/contracts/consents'
import { readCookie } from '@mallhive/contracts/cookies'
import { formatLocale } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { currencyFrom } from '@mallhive/contracts/currencies'
import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import { queryHeader } from '@mallhive/service-kit/callers'
import { DomainError } from '@mallhive/service-kit/errors'
import type { FastifyRequest } from 'fastify'
import type { CallScope } from './bundle/call-scope.ts'
import { clientAddress } from '@mallhive/process-kit/client-address'
import { traceFields } from '@mallhive/process-kit/telemetry'
import { withCookies } from './cookies.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { mayStartGuest } from './guests.ts'
import { guardedRpcs } from './guarded-rpcs.ts'
import { hostText, msg } from './messages.ts'
import type { PickedRelease } from './pick-release.ts'
import { cookiesOf, openTeamCookies } from './team-cookies.ts'

export interface OpenedScope {
  scope: CallScope
  /** Returns the Set-Cookie header values collected for the browser. */
  setCookies: () => string[]
}

/** Returns the limit of new guests with a message for the shopper; a bundle has none for it, because it does not call the RPC. */
function wordedRefusal(error: unknown, lang: Locale): unknown {
  if (!(error instanceof DomainError) || error.reason !== 'TOO_MANY_ATTEMPTS') return error
  const minutes = Math.ceil(Number(error.details['retryAfterSeconds']) / 60)
  return new Refusal('exhausted', 'TOO_MANY_GUESTS', hostText(msg('too-many-guests', { minutes }), lang))
}

/**
 * Opens the scope in which a bundle acts as the request's shopper, in the language of its page. Procedures of one batch share it.
 */
export async function openCallScope(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
  { mfe, name, rpcs }: PickedRelease,
  lang: Locale,
): Promise<OpenedScope> {
  const { sessions, config } = deps
  const log = deps.log.child({ requestId: request.id, release: name })
  const sessionCookies: string[] = []
  const { origin } = deps.visitor(request.headers)
  const address = clientAddress(request, config.TRUSTED_HOPS)
  let cookieHeader = request.headers.cookie ?? ''
  let session = await sessions.of(cookieHeader)
  const guestToken = session.actor?.kind === 'guest' ? session.token : undefined
  let guest: ReturnType<CallScope['startGuest']> | undefined

  /** Sends the browser the cookies of a session that began or ended; later service calls of this request use it. */
  async function renewSession(values: string[]): Promise<void> {
    sessionCookies.push(...values)
    sessions.drop(cookieHeader)
    cookieHeader = withCookies(cookieHeader, values)
    session = await sessions.of(cookieHeader)
  }

  async function startGuest() {
    if (!mayStartGuest(request))
      throw new Refusal('unauthenticated', 'SESSION_REQUIRED', hostText(msg('no-session'), lang))
    const started = sessions.startGuest(address).catch((error: unknown) => {
      throw wordedRefusal(error, lang)
    })
    await renewSession(await started)
    if (!session.actor) throw new Error('a new guest session is not known to the identity service')
    return session.actor
  }

  const teamCookies = openTeamCookies(mfe, cookieHeader, origin)
  const currency = currencyFrom(readCookie(cookieHeader, 'mall_currency', origin))
  const scope: CallScope = {
    context: {
      actor: session.actor,
      sessionUnknown: session.unknown,
      consents: consentsOf(request.headers, origin),
      cookies: cookiesOf(mfe, cookieHeader, origin),
      locale: formatLocale(lang, currency),
      lang,
      currency,
      publicOrigin: origin,
      requestId: request.id,
    },
    callRpc(rpc, message, timeoutMs = Number.POSITIVE_INFINITY) {
      const send = (bytes: Uint8Array) =>
        rpcs.call(rpc, bytes, {
          // Empty rather than absent without a session: if absent, the call would carry the BFF host's own token.
          headers: {
            authorization: session.token ? `Bearer ${session.token}` : '',
            ...(request.method === 'GET' && { [queryHeader]: '1' }),
          },
          timeoutMs: Math.min(deadline.leftMs(), timeoutMs),
          signal: deadline.signal,
        })
      const guarded = guardedRpcs.get(rpc)
      if (!guarded) return send(message)
      return guarded(message, send, { cookieHeader, clientAddress: address, guestToken, renewSession })
    },
    startGuest: () => (guest ??= startGuest()),
    setCookie(cookie) {
      if (!teamCookies.set(cookie))
        log.warn({ cookie: cookie.name }, 'cookie dropped: the browser holds too many already')
    },
    signal: deadline.signal,
    log,
    trace: traceFields(),
  }
  return { scope, setCookies: () => [...sessionCookies, ...teamCookies.toSet()] }
}
