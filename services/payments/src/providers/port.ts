import type { TestCardOutcome } from '@mallhive/contracts/payments'

/** A payment's outcome at the provider. */
export type Outcome = {
  status: 'challenged' | 'authorised' | 'declined' | 'captured' | 'voided'
  challengeUrl?: string
  declineCode?: string
  /** The provider's id of the operation. */
  reference?: string
}

export type Authorisation = {
  checkoutId: string
  amountMinor: number
  currency: string
  paymentMethod: string
  returnUrl: string
}

type CardForm = {
  action: string
  fields: Record<string, string>
  testCards: { number: string; outcome: TestCardOutcome }[]
}

export type ProviderEvent = { checkoutId: string; outcome: Outcome }

/**
 * A payment provider. Calls are idempotent by key; a void makes a later authorisation fail. A call with an unknown outcome throws
 * ProviderUnavailable, and the caller retries.
 */
export interface PaymentProvider {
  readonly name: string
  authorise(key: string, authorisation: Authorisation): Promise<Outcome>
  /** Returns `declined` when the provider refuses permanently. */
  capture(key: string, checkoutId: string): Promise<Outcome>
  /** Returns `captured` when the payment is already captured. */
  void(key: string, checkoutId: string): Promise<Outcome>
  find(checkoutId: string): Promise<Outcome | undefined>
  cardForm(returnUrl: string): CardForm
  /** @throws WebhookRefused when the event is not authentic, too old or malformed */
  readWebhook(headers: Record<string, string | string[] | undefined>, body: string): ProviderEvent
}

export class ProviderUnavailable extends Error {
  override name = 'ProviderUnavailable'
}

export class WebhookRefused extends Error {
  override name = 'WebhookRefused'
}
