import { PaymentStatus } from '@mallhive/contracts/payments'
import { announceOrder } from '../../order/announce-order.ts'
import { noteRefusedPayment } from '../../order/note-refused-payment.ts'
import type { Step } from '../step.ts'

/** The order stands: from here it only goes forward. The announcement commits with the last step. */
export const capturing: Step = {
  async run({ db, payments, advance, timing, log }, row) {
    const { payment } = await payments.capture({ checkoutId: row.id }, { timeoutMs: timing.callMs })
    switch (payment?.status) {
      case PaymentStatus.CAPTURED: {
        const announcement = await announceOrder({ db }, row.id)
        return advance(row, { state: 'done' }, { work: () => announcement })
      }
      case PaymentStatus.DECLINED:
      case PaymentStatus.VOIDED:
        log.error(
          { checkoutId: row.id, order: row.orderNumber, code: payment.declineCode },
          'a capture was refused for good',
        )
        return advance(row, { state: 'capture_refused' }, { work: noteRefusedPayment })
      default:
        return 'not yet'
    }
  },
}
