import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { on } from '@mallhive/service-kit/subscribe'
import { takeOrdered } from '../carts/take-ordered.ts'
import type { Deps } from '../deps.ts'

/** The cart forgets what was bought. Redis is outside the inbox's transaction, hence once per checkout by itself. */
export function orderPlaced(deps: Pick<Deps, 'redis'>) {
  return on(OrderPlacedSchema, async ({ order, ownerId }) => {
    if (!order) return
    const lines = order.subOrders.flatMap((subOrder) => subOrder.lines)
    await takeOrdered(deps, { checkoutId: order.checkoutId, ownerId, lines })
  })
}
