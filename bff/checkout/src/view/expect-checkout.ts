import type { Checkout } from '@mallhive/contracts/orders'
import { type CheckoutView, toCheckoutView } from './checkout-view.ts'

export function expectCheckout(checkout: Checkout | undefined, pageLang: string): CheckoutView {
  if (!checkout) throw new Error('orders answered without a checkout')
  return toCheckoutView(checkout, pageLang)
}
