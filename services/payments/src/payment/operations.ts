import type { OperationKind, PaymentStatus } from '../schema.ts'

/** Returns the idempotency key of an operation: one per kind and checkout, so that a repeated call sends the same key. */
export const keyOf = (checkoutId: string, kind: OperationKind): string => `${checkoutId}:${kind}`

/** ISO 4217 code of no currency: of a payment whose void came before any authorisation. */
export const noCurrency = 'XXX'

/** Payment statuses in which an operation may be sent to the provider. */
export const askableFrom: Record<'authorise' | 'capture' | 'void', PaymentStatus[]> = {
  authorise: ['unknown'],
  capture: ['unknown', 'challenged', 'authorised'],
  void: ['unknown', 'challenged', 'authorised'],
}

type Settled = { kind: OperationKind; state: 'pending' | 'succeeded' | 'refused' }

/** Returns the operation that led to `status`, and its outcome. A decline after the authorisation belongs to the capture. */
export const settledBy = (status: Exclude<PaymentStatus, 'unknown'>, before: PaymentStatus): Settled =>
  status === 'declined' && before === 'authorised' ? { kind: 'capture', state: 'refused' } : settled[status]

const settled: Record<Exclude<PaymentStatus, 'unknown'>, Settled> = {
  challenged: { kind: 'authorise', state: 'pending' },
  authorised: { kind: 'authorise', state: 'succeeded' },
  declined: { kind: 'authorise', state: 'refused' },
  captured: { kind: 'capture', state: 'succeeded' },
  voided: { kind: 'void', state: 'succeeded' },
}
