import type { DescMessage, DescService } from '@bufbuild/protobuf'
import type { Client } from '@connectrpc/connect'
import type { Consent } from '@mallhive/contracts/consents'
import type { Locale } from '@mallhive/contracts/locales'
import type { Currency } from '@mallhive/contracts/currencies'
import type { Membership, PlatformRole } from '@mallhive/contracts/roles'
import type { Catalog } from '../messages/compiled-message.ts'

export interface BffActor {
  kind: 'guest' | 'account'
  id: string
  name: string
  email: string
  /** The shops that the person works for, the oldest membership first. */
  memberships: Membership[]
  /** Roles of the mall's own staff. */
  platformRoles: PlatformRole[]
}

export interface BffLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * The context of a procedure's request. It consists of closures and values, so that procedures may destructure it.
 * Bundles run in a process of their own; the host performs everything that needs the session, a service or the log.
 */
export interface BffContext {
  /**
   * Returns a client that calls the service as this shopper, within the request's deadline and trace. A call throws the
   * service's refusals, and an error for an RPC that the release does not declare. A call with a `timeoutMs` is one that
   * the page can do without: after three in a row that a service did not answer, further ones fail at once, as
   * UNAVAILABLE, until one that is tried every five seconds is answered.
   */
  client: <S extends DescService>(service: S) => Client<S>
  /** The shopper; absent without a live session. */
  actor?: BffActor
  /** Whether the request has a session cookie that the identity service could not verify. */
  sessionUnknown: boolean
  /** What the shopper has agreed to; nothing in public procedures, nor when the browser refuses (GPC, Do Not Track). */
  consents: readonly Consent[]
  /**
   * Opens a guest session, once per request, and sends its cookies to the browser. Refused with SESSION_REQUIRED unless
   * a page of the mall itself posts: a GET, a loader or another site cannot create guests.
   */
  startGuest: () => Promise<BffActor>
  /** The cookies of this micro frontend, by the names that it set. Never includes the session's. */
  cookies: Record<string, string>
  /**
   * Sets a cookie that only this micro frontend's BFF reads; a `maxAgeSeconds` of 0 deletes it.
   * @throws Error unless the name is lower-case letters, digits and hyphens, and the value fits a cookie as it is (base64url)
   */
  setCookie: (name: string, value: string, options: { maxAgeSeconds: number }) => void
  /** BCP 47, for formatting: `en-IE`. */
  locale: string
  /** The locale of the page's texts: `de`. */
  lang: Locale
  /** The messages of this bundle in the page's locale. Not for direct use: `messagesOf`. */
  catalog?: Catalog
  currency: Currency
  /** `https://mall.example`, without a slash at the end. */
  publicOrigin: string
  requestId: string
  /** Aborted when the client disconnects or the request's deadline passes. */
  signal: AbortSignal
  log: BffLog
  /**
   * Names events after which a remembered answer is wrong, by type and subject: `forgetOn(ProductChangedSchema,
   * [product.id])`. Keys are those that the events are published with. Without an effect where nothing is remembered.
   */
  forgetOn: (event: DescMessage, keys: string[]) => void
  /**
   * Says that the answer lacks something, so that shells and the BFF host do not remember it. Not needed where a service call has
   * failed; a call that the host refuses behind an open breaker is none.
   */
  doNotRemember: () => void
}

export interface BffMeta {
  /** Limit of calls per minute and client address, for sign-in and the like: `procedure.meta({ perMinute: 10 })`. */
  perMinute?: number
  /**
   * Cost of one call in the client's budget, in ordinary calls (default 1): higher for a procedure that reads hundreds
   * of rows or calls many services.
   */
  cost?: number
  /**
   * Makes a query public: its answer depends on the input, market and locale only, and may be remembered for this many
   * seconds and shown to every shopper. The host runs it without the session, cookies or address of a shopper. Declare
   * with `ctx.forgetOn` the events after which the answer is wrong.
   */
  publicFor?: number
  /**
   * Seconds for which the answer of a personal query to visitors without a session may be remembered, the same for all
   * of them. For queries that depend on nothing personal but the session: those visitors have no cookies here either.
   */
  anonymousFor?: number
  /**
   * Lets the loaders of this micro frontend's own pages call a mutation, which the BFF host refuses them otherwise. Any
   * link opens a page, also one on another site: mark only what does no harm then, and none when repeated.
   */
  forLoaders?: true
}
