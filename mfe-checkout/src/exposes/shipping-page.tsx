import { Amount, Button, ErrorSummary, RadioCards, Stack } from '@mallhive/design-system'
import { BffForm, type Loaded, type LoaderContext, type Meta, useShell } from '@mallhive/mfe-kit'
import { messages, useMessages } from '../messages.ts'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { loadStep } from '../steps.ts'

export async function loader(ctx: LoaderContext) {
  return { checkout: await loadStep(ctx, 'shipping') }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('meta.shipping'), robots: 'noindex' }
}

export default function ShippingPage({ data: { checkout } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { locale } = useShell()
  const options = checkout.shippingMethods.map(({ id, priceMinor, minDays, maxDays }) => ({
    value: id,
    label: t('shipping.method', { method: id }),
    description: t('shipping.days', { least: minDays, most: maxDays }),
    aside:
      priceMinor === 0 ? (
        t('shipping.free')
      ) : (
        <Amount minor={priceMinor} currency={checkout.currency} locale={locale} />
      ),
  }))
  return (
    <CheckoutFrame checkout={checkout} step="shipping" title={t('shipping.title')}>
      <BffForm bff="checkout" procedure="saveShipping">
        {({ pending, errors, formError }) => (
          <Stack gap={5}>
            <ErrorSummary errors={errors} formError={formError} />
            <input type="hidden" name="checkoutId" value={checkout.id} />
            <RadioCards
              legend={t('shipping.legend')}
              hideLegend
              name="shippingMethodId"
              options={options}
              defaultValue={checkout.shippingMethodId || options[0]?.value}
              error={errors['shippingMethodId']}
              required
            />
            <Button type="submit" variant="primary" size="l" pending={pending}>
              {t(checkout.hasPayment ? 'shipping.continue.review' : 'shipping.continue')}
            </Button>
          </Stack>
        )}
      </BffForm>
    </CheckoutFrame>
  )
}
