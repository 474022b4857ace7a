import type { Consent } from '@mallhive/contracts/consents'
import type { Locale } from '@mallhive/contracts/locales'
import type { Currency } from '@mallhive/contracts/currencies'
import type { BffActor } from '@mallhive/mfe-kit/bff'

/** The part of a request that a bundle receives: values only. The session's cookie and token stay with the host. */
export interface CallContext {
  actor?: BffActor
  sessionUnknown: boolean
  consents: Consent[]
  /** The micro frontend's own cookies, by unprefixed name. */
  cookies: Record<string, string>
  locale: string
  lang: Locale
  currency: Currency
  publicOrigin: string
  requestId: string
  /** Whether the answer may be remembered, so that `forgetOn` counts. */
  shared?: boolean
}

/** Why a request of a bundle to its host failed; `kind`, `reason` and `details` are those of a service's DomainError. */
export interface AnswerError {
  name: string
  message: string
  kind?: string
  reason?: string
  details?: Record<string, string>
}

/** Messages from the host to a bundle's process. */
export type HostMessage =
  /** The body is the bundle's code. */
  | { t: 'start'; filename: string }
  /** The body is the request's. */
  | {
      t: 'call'
      id: number
      endpoint: string
      url: string
      method: string
      contentType: string
      context: CallContext
    }
  | { t: 'cancel'; id: number }
  /** Answers request `n` of a call: a value, bytes in the body, or an error. */
  | { t: 'answer'; id: number; n: number; value?: unknown; error?: AnswerError }
  | { t: 'ping'; n: number }
