import { DomainError } from '@mallhive/service-kit/errors'
import { insertOrder } from '../../order/insert-order.ts'
import { newOrder } from '../../order/new-order.ts'
import { newOrderNumber } from '../../order/order-number.ts'
import type { Step } from '../step.ts'

/**
 * Commits the stock before capturing the payment: committed stock cannot expire, and a refusal before the capture only needs a
 * void.
 */
export const placing: Step = {
  async run({ inventory, advance, timing }, row) {
    try {
      await inventory.commit({ checkoutId: row.id }, { timeoutMs: timing.callMs })
    } catch (error) {
      const refused =
        error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'not_found')
      if (!refused) throw error
      return advance(row, { state: 'voiding', failure: 'out_of_stock' })
    }
    const orderNumber = newOrderNumber()
    const placed = newOrder({ ...row, orderNumber })
    return advance(row, { state: 'capturing', orderNumber, placed }, { work: () => insertOrder(placed) })
  },
}
