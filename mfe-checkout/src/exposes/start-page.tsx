import { type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages } from '../messages.ts'
import { firstMissing } from '../steps.ts'

/** `/checkout` renders nothing: it starts a checkout of the cart, or resumes the open one, and redirects to it. */
export async function loader(ctx: LoaderContext): Promise<never> {
  const { checkout } = await bff.caller(ctx).startCheckout.mutate()
  if (!checkout) redirect('/cart')
  redirect(`/checkout/${checkout.id}/${firstMissing(checkout)}`)
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('meta.start'), robots: 'noindex' }
}

export default function StartPage() {
  return null
}
