import type { Subscription } from '@mallhive/service-kit/subscribe'
import { paymentChanged } from './on/payment-changed.ts'

export const subscriptions: Subscription[] = [paymentChanged]
