import { readCookie } from '@mallhive/contracts/cookies'
import { currencies, currencyFrom } from '@mallhive/contracts/markets'
import type { BffContext } from '@mallhive/mfe-kit/bff'
import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import type { FastifyRequest } from 'fastify'
import { mayStartGuest } from './guests.ts'
import { clientAddress } from './client-address.ts'
import { withCookies } from './cookies.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { shopperClient } from './shopper-client.ts'

export interface OpenedContext {
  context: BffContext
  /** What procedures gave to the browser so far. */
  setCookies: string[]
}

/** What a procedure gets of one request. Procedures of one batch share it. */
export async function openContext(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
): Promise<OpenedContext> {
  const { sessions, config } = deps
  const setCookies: string[] = []
  const address = clientAddress(request, config.TRUSTED_HOPS)
  let cookieHeader = request.headers.cookie ?? ''
  let session = await sessions.of(cookieHeader)
  let guest: ReturnType<BffContext['startGuest']> | undefined

  async function renewSession() {
    sessions.drop(cookieHeader)
    cookieHeader = withCookies(cookieHeader, setCookies)
    session = await sessions.of(cookieHeader)
    return session.actor
  }

  async function startGuest() {
    if (!mayStartGuest(request))
      throw new Refusal('unauthenticated', 'SESSION_REQUIRED', 'There is nothing here for you yet.')
    setCookies.push(...(await sessions.startGuest(address)))
    const actor = await renewSession()
    if (!actor) throw new Error('a new guest session is not known to the identity service')
    return actor
  }

  const currency = currencyFrom(readCookie(cookieHeader, 'mall_currency', config.PUBLIC_ORIGIN))
  const context: BffContext = {
    client: (service) =>
      shopperClient(deps.client(service), () => ({
        headers: { authorization: session.token ? `Bearer ${session.token}` : '' },
        timeoutMs: deadline.leftMs(),
        signal: deadline.signal,
      })),
    actor: session.actor,
    sessionUnknown: session.unknown,
    token: session.token,
    startGuest: () => (guest ??= startGuest()),
    renewSession,
    cookieHeader,
    setCookies: (values) => void setCookies.push(...values),
    // Prices read the way their currency is written at home.
    locale: currencies[currency].locale,
    currency,
    clientAddress: address,
    publicOrigin: config.PUBLIC_ORIGIN,
    requestId: request.id,
    signal: deadline.signal,
    log: deps.log.child({ requestId: request.id }),
  }
  return { context, setCookies }
}
