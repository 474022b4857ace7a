import { create } from '@bufbuild/protobuf'
import { toMoney } from '@mallhive/contracts/money'
import { type Payment, PaymentSchema, PaymentStatus } from '@mallhive/contracts/payments'
import type { payments } from '../schema.ts'

export type PaymentRow = Omit<typeof payments.$inferSelect, 'createdAt' | 'updatedAt'>

const statuses = {
  unknown: PaymentStatus.UNKNOWN,
  challenged: PaymentStatus.CHALLENGED,
  authorised: PaymentStatus.AUTHORISED,
  declined: PaymentStatus.DECLINED,
  captured: PaymentStatus.CAPTURED,
  voided: PaymentStatus.VOIDED,
}

export function toPayment(row: PaymentRow): Payment {
  return create(PaymentSchema, {
    checkoutId: row.checkoutId,
    status: statuses[row.status],
    amount: toMoney(row.amountMinor, row.currency),
    challengeUrl: row.challengeUrl,
    declineCode: row.declineCode,
  })
}
