import { readCookie } from '@mallhive/contracts/cookies'
import { currencies, currencyFrom } from '@mallhive/contracts/currencies'
import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import { queryHeader } from '@mallhive/service-kit/callers'
import { DomainError } from '@mallhive/service-kit/errors'
import type { FastifyRequest } from 'fastify'
import type { CallScope } from './bundle/call-scope.ts'
import { clientAddress } from '@mallhive/process-kit/client-address'
import { withCookies } from './cookies.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { mayStartGuest } from './guests.ts'
import { guardedRpcs } from './guarded-rpcs.ts'
import type { PickedRelease } from './pick-release.ts'
import { cookiesOf, openTeamCookies } from './team-cookies.ts'

export interface OpenedScope {
  scope: CallScope
  /** Returns the Set-Cookie header values collected for the browser. */
  setCookies: () => string[]
}

/** Words the limit of new guests, which no bundle does: a bundle does not call the RPC. */
function rethrowInWords(error: unknown): never {
  if (!(error instanceof DomainError) || error.reason !== 'TOO_MANY_ATTEMPTS') throw error
  const minutes = Math.ceil(Number(error.details['retryAfterSeconds']) / 60)
  throw new Refusal(
    'exhausted',
    'TOO_MANY_GUESTS',
    `Many new shoppers came from your network just now. Please sign in, or try again in ${minutes} min.`,
  )
}

/** Opens the scope in which a bundle acts as the request's shopper. Procedures of one batch share it. */
export async function openCallScope(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
  { mfe, name, rpcs }: PickedRelease,
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
      throw new Refusal(
        'unauthenticated',
        'SESSION_REQUIRED',
        'You have no cart, checkout or orders here, or your session has ended.',
      )
    await renewSession(await sessions.startGuest(address).catch(rethrowInWords))
    if (!session.actor) throw new Error('a new guest session is not known to the identity service')
    return session.actor
  }

  const teamCookies = openTeamCookies(mfe, cookieHeader, origin)
  const currency = currencyFrom(readCookie(cookieHeader, 'mall_currency', origin))
  const scope: CallScope = {
    context: {
      actor: session.actor,
      sessionUnknown: session.unknown,
      cookies: cookiesOf(mfe, cookieHeader, origin),
      // The locale of the currency's home country.
      locale: currencies[currency].locale,
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
  }
  return { scope, setCookies: () => [...sessionCookies, ...teamCookies.toSet()] }
}
