import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { on, type Subscription } from '@mallhive/service-kit/subscribe'
import { orderPlaced } from './on/order-placed.ts'

export const subscriptions: Subscription[] = [on(OrderPlacedSchema, orderPlaced)]
