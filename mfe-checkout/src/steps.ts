import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { type LoaderContext, notFound, redirect } from '@mallhive/mfe-kit'
import { bff } from './bff.ts'

export const steps = ['address', 'shipping', 'payment', 'review'] as const
export type StepName = (typeof steps)[number]

/** Returns the first incomplete step; the last step when all are complete. */
export function firstMissing(checkout: CheckoutView): StepName {
  if (!checkout.email || !checkout.address) return 'address'
  if (!checkout.shippingMethodId) return 'shipping'
  return checkout.hasPayment ? 'review' : 'payment'
}

/**
 * Returns the checkout for a step's page. A shopper who comes too early is redirected to the first missing step, one who
 * comes too late, also from another tab, to the page of the checkout's outcome.
 */
export async function loadStep(ctx: LoaderContext, step: StepName): Promise<CheckoutView> {
  const checkout = await loadCheckout(ctx)
  if (checkout.state !== 'open') redirect(`/checkout/${checkout.id}/done`)
  const first = firstMissing(checkout)
  if (steps.indexOf(step) > steps.indexOf(first)) redirect(`/checkout/${checkout.id}/${first}`)
  return checkout
}

export async function loadCheckout(ctx: LoaderContext): Promise<CheckoutView> {
  const checkout = await bff.caller(ctx).getCheckout.query({ checkoutId: ctx.params['id'] ?? '' })
  return checkout ?? notFound()
}
