import type { BffActor } from '@mallhive/mfe-kit/bff'
import type { Log, traceFields } from '@mallhive/process-kit/telemetry'
import type { CallContext } from './host-messages.ts'

export interface BundleRequest {
  /** `/api/cart` */
  endpoint: string
  /** `http://bff/api/cart/getCart?…` */
  url: string
  method: string
  contentType: string
  body?: string
}

export interface BundleResponse {
  status: number
  /** JSON in UTF-8. */
  body: Buffer
  /** Events after which a remembered answer is wrong, as `<type>:<key>`; undefined when it must not be remembered. */
  forgetOn?: string[]
}

export interface CookieToSet {
  name: string
  value: string
  maxAgeSeconds: number
}

/** What one call may do through the host, as its shopper. A bundle refers to it by the call's number only. */
export interface CallScope {
  context: CallContext
  /** Calls a service with an encoded message. @throws DomainError for a refusal, ConnectError otherwise */
  callRpc: (rpc: string, message: Uint8Array, timeoutMs: number | undefined) => Promise<Uint8Array>
  startGuest: () => Promise<BffActor>
  setCookie: (cookie: CookieToSet) => void
  /** Aborted when the browser disconnects or the deadline passes. */
  signal: AbortSignal
  log: Log
  /** Ids of the call's trace: its bundle's lines arrive outside of it. */
  trace: ReturnType<typeof traceFields>
}
