import { OrderPaidSchema, OrderPlacedSchema } from '@mallhive/contracts/orders'
import { on, type Subscription } from '@mallhive/service-kit/subscribe'
import { orderPaid } from './on/order-paid.ts'
import { orderPlaced } from './on/order-placed.ts'

export const subscriptions = (): Subscription[] => [
  on(OrderPaidSchema, orderPaid),
  on(OrderPlacedSchema, orderPlaced),
]
