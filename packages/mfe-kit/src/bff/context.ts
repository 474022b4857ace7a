import type { DescService } from '@bufbuild/protobuf'
import type { Client } from '@connectrpc/connect'
import type { Currency } from '@mallhive/contracts/markets'

export interface BffActor {
  kind: 'guest' | 'account'
  id: string
  name: string
  email: string
  /** shopper, seller, admin */
  roles: string[]
  /** The shop a seller works for. */
  sellerId?: string
}

export interface BffLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What the BFF host hands to a procedure. All of it is closures and values: a procedure may take it apart. */
export interface BffContext {
  /** A service, called as this shopper, within the request's deadline and trace. */
  client: <S extends DescService>(service: S) => Client<S>
  /** Who asks; nobody when there is no live session. */
  actor?: BffActor
  /** There is a session cookie, but nobody can say now whose it is. */
  sessionUnknown: boolean
  /**
   * Opens a guest session, once per request, and gives its cookies to the browser. Refused with SESSION_REQUIRED unless the
   * mall's own page posts: neither a GET, nor a loader, nor another site makes guests.
   */
  startGuest: () => Promise<BffActor>
  /** To be called after a sign-in or sign-out has set cookies: later service calls use the new session. */
  renewSession: () => Promise<BffActor | undefined>
  /** The shopper's signed token, as services get it. */
  token?: string
  cookieHeader: string
  /** Passes Set-Cookie header values to the browser. */
  setCookies: (values: string[]) => void
  /** BCP 47: `en-IE`. */
  locale: string
  currency: Currency
  clientAddress: string
  /** `https://mall.example`, without a slash at the end. */
  publicOrigin: string
  requestId: string
  /** Aborts when the shopper goes away or the request's deadline passes. */
  signal: AbortSignal
  log: BffLog
}

export interface BffMeta {
  /** Calls that one client address may make per minute: for sign-in and the like, `procedure.meta({ perMinute: 10 })`. */
  perMinute?: number
  /**
   * What one call takes of its client's budget, in ordinary calls (default 1): more for a procedure that reads hundreds of
   * rows or calls many services.
   */
  cost?: number
}
