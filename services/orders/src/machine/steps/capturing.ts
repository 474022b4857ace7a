import { PaymentStatus } from '@mallhive/contracts/payments'
import { markPaid } from '../../order/mark-paid.ts'
import { markRefused } from '../../order/mark-refused.ts'
import type { Step } from '../step.ts'

/** The order stands: from here it only goes forward. OrderPaid commits with the last step. */
export const capturing: Step = {
  async run({ db, payments, advance, timing, log }, row) {
    const { payment } = await payments.capture({ checkoutId: row.id }, { timeoutMs: timing.callMs })
    switch (payment?.status) {
      case PaymentStatus.CAPTURED: {
        const paid = await markPaid({ db }, row.id)
        return advance(row, { state: 'done' }, { work: () => paid })
      }
      case PaymentStatus.DECLINED:
      case PaymentStatus.VOIDED:
        log.error(
          { checkoutId: row.id, order: row.orderNumber, code: payment.declineCode },
          'a capture was refused for good',
        )
        return advance(row, { state: 'capture_refused' }, { work: () => markRefused(payment.declineCode) })
      default:
        return 'not yet'
    }
  },
}
