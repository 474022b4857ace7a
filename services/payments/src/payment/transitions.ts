import type { PaymentStatus } from '../schema.ts'

const next: Record<PaymentStatus, readonly PaymentStatus[]> = {
  unknown: ['challenged', 'authorised', 'declined', 'captured', 'voided'],
  challenged: ['authorised', 'declined', 'captured', 'voided'],
  authorised: ['captured', 'declined', 'voided'],
  captured: [],
  declined: [],
  voided: [],
}

/** Statuses that a payment keeps. */
export const finalStatuses: PaymentStatus[] = ['captured', 'declined', 'voided']

/** Returns the statuses that may move to `to`. Status only moves forward, so outcomes may arrive in any order. */
export const sourcesOf = (to: PaymentStatus): PaymentStatus[] =>
  (['unknown', 'challenged', 'authorised'] as const).filter((from) => next[from].includes(to))
