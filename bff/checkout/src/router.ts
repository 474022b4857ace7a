import { router } from './bff.ts'
import { addressForm } from './procedures/address-form.ts'
import { cardForm } from './procedures/card-form.ts'
import { getCheckout } from './procedures/get-checkout.ts'
import { placeOrder } from './procedures/place-order.ts'
import { resumeCheckout } from './procedures/resume-checkout.ts'
import { retryCheckout } from './procedures/retry-checkout.ts'
import { saveAddress } from './procedures/save-address.ts'
import { savePayment } from './procedures/save-payment.ts'
import { saveShipping } from './procedures/save-shipping.ts'
import { startCheckout } from './procedures/start-checkout.ts'
import { useSavedAddress } from './procedures/use-saved-address.ts'

export const appRouter = router({
  startCheckout,
  getCheckout,
  addressForm,
  saveAddress,
  useSavedAddress,
  saveShipping,
  cardForm,
  savePayment,
  placeOrder,
  resumeCheckout,
  retryCheckout,
})

export type { TestCard } from './procedures/card-form.ts'
export type { AddressView, CheckoutView, LineView, TotalsView } from './view/checkout-view.ts'
export type CheckoutRouter = typeof appRouter
