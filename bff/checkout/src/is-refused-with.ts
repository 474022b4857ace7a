import type { CheckoutReason } from '@mallhive/contracts/reasons/orders'
import { isRefusal, type Refusal } from '@mallhive/mfe-kit/bff/refusal'

export const isRefusedWith = (reason: CheckoutReason, error: unknown): error is Refusal =>
  isRefusal(error) && error.reason === reason
