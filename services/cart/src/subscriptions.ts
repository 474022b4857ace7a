import type { Subscription } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { orderPlaced } from './cart/on/order-placed.ts'

export function subscriptions(deps: Deps): Subscription[] {
  return [orderPlaced(deps)]
}
