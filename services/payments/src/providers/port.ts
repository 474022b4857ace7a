/** What a provider says of a payment. */
export type Outcome = {
  status: 'challenged' | 'authorised' | 'declined' | 'captured' | 'voided'
  challengeUrl?: string
  declineCode?: string
  /** What the provider calls it. */
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
  testCards: { number: string; label: string }[]
}

export type ProviderEvent = { checkoutId: string; outcome: Outcome }

/**
 * A payment provider. The same key makes the same call once, however often it is repeated; a void makes an authorisation
 * that arrives after it fail. Whatever leaves the outcome open throws ProviderUnavailable, and the caller asks again.
 */
export interface PaymentProvider {
  readonly name: string
  authorise(key: string, authorisation: Authorisation): Promise<Outcome>
  /** `declined` when the provider refuses for good. */
  capture(key: string, checkoutId: string): Promise<Outcome>
  /** `captured` when it comes too late. */
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
