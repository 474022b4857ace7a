import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { onRepeatable, type Subscription } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { orderPaid } from './on/order-paid.ts'

export const subscriptions = (deps: Pick<Deps, 'db'>): Subscription[] => [
  onRepeatable(OrderPaidSchema, orderPaid(deps)),
]
