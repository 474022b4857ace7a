import { type OrderPlaced, OrderStatus } from '@mallhive/contracts/orders'
import type { EventContext } from '@mallhive/service-kit/subscribe'
import { orderPaid } from './order-paid.ts'

/** Handles OrderPlaced events from before OrderPaid existed, which meant a paid order and may still be in the queue. */
export async function orderPlaced(event: OrderPlaced, context: EventContext): Promise<void> {
  if (event.order?.status === OrderStatus.PAID) await orderPaid(event, context)
}
