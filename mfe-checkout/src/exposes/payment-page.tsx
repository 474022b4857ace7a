import { LinkButton, Notice } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { CardForm } from '../parts/card-form.tsx'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { loadCheckout, loadStep } from '../steps.ts'

/** Also the provider's return URL, with a card token or an error code. */
export async function loader(ctx: LoaderContext) {
  const {
    payment_method: paymentMethod,
    payment_label: paymentLabel = '',
    error,
    field,
    declined,
  } = ctx.search
  if (paymentMethod) {
    // Also when the checkout has been closed since: the card is then saved in the one that replaced it.
    const { id } = await loadCheckout(ctx)
    const saved = await bff.caller(ctx).savePayment.mutate({ checkoutId: id, paymentMethod, paymentLabel })
    redirect(saved.redirectTo)
  }
  const checkout = await loadStep(ctx, 'payment')
  const form = await bff.caller(ctx).cardForm.query({ checkoutId: checkout.id })
  return {
    checkout,
    form,
    refused: error ? { code: error, field: field ?? 'number' } : undefined,
    declined: declined !== undefined,
  }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('meta.payment'), robots: 'noindex' }
}

export default function PaymentPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { checkout, form, refused, declined } = data
  return (
    <CheckoutFrame checkout={checkout} step="payment" title={t('payment.title')}>
      {declined && !refused ? (
        <Notice tone="berry" role="alert" title={t('payment.declined.title')}>
          {t('payment.declined.words')}
        </Notice>
      ) : null}
      {checkout.hasPayment ? (
        <Notice
          tone="leaf"
          title={checkout.paymentLabel}
          action={<LinkButton href={`/checkout/${checkout.id}/review`}>{t('payment.known.use')}</LinkButton>}
        >
          {t('payment.known.other')}
        </Notice>
      ) : null}
      <CardForm form={form} refused={refused} />
    </CheckoutFrame>
  )
}
