import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import { takeOrdered } from '../take-ordered.ts'
import type { Deps } from '../../deps.ts'

/** Removes the ordered lines from the cart. Idempotent by checkout in Redis itself, because no transaction spans both stores. */
export function orderPlaced(deps: Pick<Deps, 'redis'>) {
  return onRepeatable(OrderPlacedSchema, async ({ order, ownerId }) => {
    if (!order) return
    const lines = order.subOrders.flatMap((subOrder) => subOrder.lines)
    await takeOrdered(deps, { checkoutId: order.checkoutId, ownerId, lines })
  })
}
