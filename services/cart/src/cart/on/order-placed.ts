import type { OrderPlaced } from '@mallhive/contracts/orders'
import { takeOrdered } from '../take-ordered.ts'
import type { Deps } from '../../deps.ts'

/** Removes the ordered lines from the cart. Idempotent by checkout in Redis itself, because no transaction spans both stores. */
export const orderPlaced =
  (deps: Pick<Deps, 'redis'>) =>
  async ({ order, ownerId }: OrderPlaced): Promise<void> => {
    if (!order) return
    const lines = order.subOrders.flatMap((subOrder) => subOrder.lines)
    await takeOrdered(deps, { checkoutId: order.checkoutId, ownerId, lines })
  }
