import type { OperationKind, PaymentStatus } from '../schema.ts'

/** One operation of a kind per checkout, so the provider meets the same key however often a call is repeated. */
export const keyOf = (checkoutId: string, kind: OperationKind): string => `${checkoutId}:${kind}`

/** While a payment has one of these statuses, the operation is still to be asked for. */
export const askableFrom: Record<'authorise' | 'capture' | 'void', PaymentStatus[]> = {
  authorise: ['unknown'],
  capture: ['unknown', 'challenged', 'authorised'],
  void: ['unknown', 'challenged', 'authorised'],
}

type Settled = { kind: OperationKind; state: 'pending' | 'succeeded' | 'refused' }

/** The operation that brought a payment to `status`, and what became of it. A decline of what was authorised is the capture's. */
export const settledBy = (status: Exclude<PaymentStatus, 'unknown'>, before: PaymentStatus): Settled =>
  status === 'declined' && before === 'authorised' ? { kind: 'capture', state: 'refused' } : settled[status]

const settled: Record<Exclude<PaymentStatus, 'unknown'>, Settled> = {
  challenged: { kind: 'authorise', state: 'pending' },
  authorised: { kind: 'authorise', state: 'succeeded' },
  declined: { kind: 'authorise', state: 'refused' },
  captured: { kind: 'capture', state: 'succeeded' },
  voided: { kind: 'void', state: 'succeeded' },
}
