import { PaymentStatus } from '@mallhive/contracts/payments'
import type { Step } from '../step.ts'

/** Polls the payment while the shopper is at the bank. Expiry voids it, so that a later approval has no effect. */
export const challenged: Step = {
  async run({ payments, advance, timing }, row) {
    const { payment } = await payments.getPayment({ checkoutId: row.id }, { timeoutMs: timing.callMs })
    switch (payment?.status) {
      case PaymentStatus.AUTHORISED:
      case PaymentStatus.CAPTURED:
        return advance(row, { state: 'placing' })
      case PaymentStatus.DECLINED:
      case PaymentStatus.VOIDED:
        return advance(row, { state: 'releasing', failure: 'challenge_failed' })
      default:
        return 'not yet'
    }
  },
  whenExpired: 'voiding',
}
