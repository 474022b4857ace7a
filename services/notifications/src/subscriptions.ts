import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { on, type Subscription } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { orderPlaced } from './on/order-placed.ts'

export const subscriptions = (deps: Deps): Subscription[] => [on(OrderPlacedSchema, orderPlaced(deps))]
