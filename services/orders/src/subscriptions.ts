import { PaymentChangedSchema } from '@mallhive/contracts/payments'
import { onRepeatable, type Subscription } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { paymentChanged } from './on/payment-changed.ts'

export const subscriptions = (deps: Deps): Subscription[] => [
  onRepeatable(PaymentChangedSchema, paymentChanged(deps)),
]
