import { type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { firstMissing } from '../steps.ts'

/** `/checkout` renders nothing: it starts a checkout of the cart, or resumes the open one, and redirects to it. */
export async function loader(ctx: LoaderContext): Promise<never> {
  const { checkoutId } = await bff.caller(ctx).startCheckout.mutate()
  if (!checkoutId) redirect('/cart')
  const checkout = await bff.caller(ctx).getCheckout.query({ checkoutId })
  redirect(`/checkout/${checkoutId}/${checkout ? firstMissing(checkout) : 'address'}`)
}

export const meta = (): Meta => ({ title: 'Checkout', robots: 'noindex' })

export default function StartPage() {
  return null
}
