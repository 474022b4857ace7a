import { type OrderPlaced, OrderStatus } from '@mallhive/contracts/orders'
import type { EventContext } from '@mallhive/service-kit/subscribe'
import { orderPaid } from './order-paid.ts'

/** Before OrderPaid existed, a paid order was announced by OrderPlaced: such an event may still be in the queue. */
export async function orderPlaced(event: OrderPlaced, context: EventContext): Promise<void> {
  if (event.order?.status === OrderStatus.PAID) await orderPaid(event, context)
}
