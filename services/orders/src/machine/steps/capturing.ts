import { toMoney } from '@mallhive/contracts/money'
import { PaymentStatus } from '@mallhive/contracts/payments'
import { markPaid } from '../../order/mark-paid.ts'
import { markRefused } from '../../order/mark-refused.ts'
import { orderOfCheckout } from '../../order/order-of-checkout.ts'
import type { Step } from '../step.ts'

/** Captures the payment of a placed order. The machine only moves forward from here. OrderPaid commits with the last step. */
export const capturing: Step = {
  async run({ db, payments, advance, timing, log }, row) {
    const placed = row.placed ?? (await orderOfCheckout({ db }, row.id))
    const shares = placed.parts.map(({ sellerId, totalMinor }) => ({
      sellerId,
      amount: toMoney(totalMinor, row.currency),
    }))
    const { payment } = await payments.capture({ checkoutId: row.id, shares }, { timeoutMs: timing.callMs })
    switch (payment?.status) {
      case PaymentStatus.CAPTURED:
        return advance(row, { state: 'done' }, { work: () => markPaid(placed) })
      case PaymentStatus.DECLINED:
      case PaymentStatus.VOIDED:
        log.error(
          { checkoutId: row.id, order: row.orderNumber, code: payment.declineCode },
          'capture refused permanently',
        )
        return advance(row, { state: 'capture_refused' }, { work: () => markRefused(payment.declineCode) })
      default:
        return 'not yet'
    }
  },
}
