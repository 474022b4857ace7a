import type { DescService } from '@bufbuild/protobuf'
import type { Client } from '@connectrpc/connect'
import type { Currency } from '@mallhive/contracts/markets'
import type { Membership, PlatformRole } from '@mallhive/contracts/roles'

export interface BffActor {
  kind: 'guest' | 'account'
  id: string
  name: string
  email: string
  /** The shops that the person works for, the oldest membership first. */
  memberships: Membership[]
  /** Roles of the mall's own staff. */
  platformRoles: PlatformRole[]
  /** @deprecated For releases built before memberships, as `sellerId` is; they have `seller` among them. */
  roles: string[]
  /** @deprecated The shop of the first membership. */
  sellerId?: string
}

export interface BffLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * What a procedure knows of its request and may do. All of it is closures and values: a procedure may take it apart. A bundle
 * runs in a process of its own, so the host does on its behalf what needs the session, a service or the log.
 */
export interface BffContext {
  /**
   * A service, called as this shopper, within the request's deadline and trace. A call throws the service's refusal; it also
   * throws for an RPC that the release does not declare.
   */
  client: <S extends DescService>(service: S) => Client<S>
  /** The shopper; absent without a live session. */
  actor?: BffActor
  /** There is a session cookie, but the identity service did not say whose it is. */
  sessionUnknown: boolean
  /**
   * Opens a guest session, once per request, and gives its cookies to the browser. Refused with SESSION_REQUIRED unless the
   * mall's own page posts: neither a GET, nor a loader, nor another site makes guests.
   */
  startGuest: () => Promise<BffActor>
  /** The cookies that this micro frontend has set, by the names that it gave them. The session's is never among them. */
  cookies: Record<string, string>
  /**
   * Sets a cookie that only this micro frontend's BFF reads; a `maxAgeSeconds` of 0 deletes it.
   * @throws Error unless the name is lower-case letters, digits and hyphens, and the value fits a cookie as it is (base64url)
   */
  setCookie: (name: string, value: string, options: { maxAgeSeconds: number }) => void
  /** BCP 47: `en-IE`. */
  locale: string
  currency: Currency
  /** `https://mall.example`, without a slash at the end. */
  publicOrigin: string
  requestId: string
  /** Aborted when the shopper goes away or the request's deadline passes. */
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
