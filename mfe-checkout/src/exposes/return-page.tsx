import { type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages } from '../messages.ts'

/** Return page of the bank. Resumes the checkout and redirects to the outcome page, which polls if necessary. */
export async function loader(ctx: LoaderContext): Promise<never> {
  const checkoutId = ctx.params['id'] ?? ''
  await bff
    .caller(ctx)
    .resumeCheckout.mutate({ checkoutId })
    .catch(() => undefined)
  redirect(`/checkout/${checkoutId}/done`)
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('meta.start'), robots: 'noindex' }
}

export default function ReturnPage() {
  return null
}
