import { PaymentStatus } from '@mallhive/contracts/payments'
import type { Step } from '../step.ts'

export const voiding: Step = {
  async run({ payments, advance, timing }, row) {
    const { payment } = await payments.void({ checkoutId: row.id }, { timeoutMs: timing.callMs })
    const open = payment?.status !== PaymentStatus.VOIDED && payment?.status !== PaymentStatus.DECLINED
    return open ? 'not yet' : advance(row, { state: 'releasing' })
  },
}
