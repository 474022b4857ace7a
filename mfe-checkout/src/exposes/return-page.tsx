import { type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'

/** Back from the bank. However far the checkout gets now, the outcome page tells, and goes on asking if it must. */
export async function loader(ctx: LoaderContext): Promise<never> {
  const checkoutId = ctx.params['id'] ?? ''
  await bff
    .caller(ctx)
    .resumeCheckout.mutate({ checkoutId })
    .catch(() => undefined)
  redirect(`/checkout/${checkoutId}/done`)
}

export const meta = (): Meta => ({ title: 'Checkout', robots: 'noindex' })

export default function ReturnPage() {
  return null
}
