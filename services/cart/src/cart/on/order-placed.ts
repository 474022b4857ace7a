import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import { takeOrdered } from '../take-ordered.ts'
import type { Deps } from '../../deps.ts'

/** The cart forgets what was bought; by itself once per checkout, because no transaction spans Redis. */
export function orderPlaced(deps: Pick<Deps, 'redis'>) {
  return onRepeatable(OrderPlacedSchema, async ({ order, ownerId }) => {
    if (!order) return
    const lines = order.subOrders.flatMap((subOrder) => subOrder.lines)
    await takeOrdered(deps, { checkoutId: order.checkoutId, ownerId, lines })
  })
}
