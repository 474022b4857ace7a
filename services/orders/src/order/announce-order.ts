import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { uuidv7 } from '@mallhive/service-kit/ids'
import { publish } from '@mallhive/service-kit/outbox'
import { eq } from 'drizzle-orm'
import type { Tx } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { orders, outbox, subOrders, timeline } from '../schema.ts'
import { withParts } from './load-orders.ts'
import { toOrder } from './view.ts'

/** Captured and certain: marks the order paid and tells everybody, with everything they need. */
export async function announceOrder(tx: Tx, checkout: Row): Promise<void> {
  const paid = { status: 'paid' as const }
  const [order] = await tx.update(orders).set(paid).where(eq(orders.checkoutId, checkout.id)).returning()
  if (!order) throw new Error(`checkout ${checkout.id} has no order to announce`)
  await tx.update(subOrders).set(paid).where(eq(subOrders.orderId, order.id))
  await tx
    .insert(timeline)
    .values({ id: uuidv7(), orderId: order.id, status: 'paid', note: 'Payment received' })
  const [whole] = await withParts(tx, [order])
  if (!whole) throw new Error(`order ${order.number} vanished`)
  await publish(tx, outbox, OrderPlacedSchema, { order: toOrder(whole), ownerId: order.ownerId }, order.id)
}
