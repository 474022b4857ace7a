import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { on, type Subscription } from '@mallhive/service-kit/subscribe'
import { orderPaid } from './on/order-paid.ts'

export const subscriptions = (): Subscription[] => [on(OrderPaidSchema, orderPaid)]
