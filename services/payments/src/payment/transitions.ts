import type { PaymentStatus } from '../schema.ts'

const next: Record<PaymentStatus, readonly PaymentStatus[]> = {
  unknown: ['challenged', 'authorised', 'declined', 'captured', 'voided'],
  challenged: ['authorised', 'declined', 'captured', 'voided'],
  authorised: ['captured', 'declined', 'voided'],
  captured: [],
  declined: [],
  voided: [],
}

/** Status only moves forward, so it does not matter in what order news arrive. */
export const sourcesOf = (to: PaymentStatus): PaymentStatus[] =>
  (['unknown', 'challenged', 'authorised'] as const).filter((from) => next[from].includes(to))
