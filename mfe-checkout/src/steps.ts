import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { type LoaderContext, notFound, redirect } from '@mallhive/mfe-kit'
import { bff } from './bff.ts'

export const steps = ['address', 'shipping', 'payment', 'review'] as const
export type StepName = (typeof steps)[number]

/** The first step that still lacks something; the last one when nothing does. */
export function firstMissing(checkout: CheckoutView): StepName {
  if (!checkout.email || !checkout.address) return 'address'
  if (!checkout.shippingMethodId) return 'shipping'
  return checkout.hasPayment ? 'review' : 'payment'
}

/**
 * The checkout for a step's page. Whoever comes too early is sent to the first step that is missing; whoever comes too
 * late, from whichever tab, to where the checkout's outcome is told.
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
