import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { onRepeatable, type Subscription } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { orderPlaced } from './cart/on/order-placed.ts'

export const subscriptions = (deps: Deps): Subscription[] => [
  onRepeatable(OrderPlacedSchema, orderPlaced(deps)),
]
