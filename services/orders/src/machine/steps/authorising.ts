import { toMoney } from '@mallhive/contracts/money'
import { PaymentStatus } from '@mallhive/contracts/payments'
import type { Step } from '../step.ts'

export const authorising: Step = {
  async run({ payments, advance, timing }, row) {
    const amount = toMoney(row.totals?.totalMinor ?? Number.NaN, row.currency)
    const { paymentMethod, returnUrl } = row
    const { payment } = await payments.authorise(
      { checkoutId: row.id, amount, paymentMethod, returnUrl },
      { timeoutMs: timing.callMs },
    )
    switch (payment?.status) {
      case PaymentStatus.AUTHORISED:
      case PaymentStatus.CAPTURED:
        return advance(row, { state: 'placing' })
      case PaymentStatus.CHALLENGED:
        return advance(row, { state: 'challenged', challengeUrl: payment.challengeUrl })
      case PaymentStatus.DECLINED:
      case PaymentStatus.VOIDED:
        return advance(row, { state: 'releasing', failure: 'declined' })
      default:
        return 'not yet'
    }
  },
  whenExpired: 'voiding',
}
