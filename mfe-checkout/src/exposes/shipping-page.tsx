import { Amount, Button, ErrorSummary, RadioCards, Stack } from '@mallhive/design-system'
import { BffForm, type Loaded, type LoaderContext, type Meta, useShell } from '@mallhive/mfe-kit'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { loadStep } from '../steps.ts'

export async function loader(ctx: LoaderContext) {
  return { checkout: await loadStep(ctx, 'shipping') }
}

export const meta = (): Meta => ({ title: 'Checkout: shipping', robots: 'noindex' })

export default function ShippingPage({ data: { checkout } }: { data: Loaded<typeof loader> }) {
  const { locale } = useShell()
  const options = checkout.shippingMethods.map(({ id, label, priceMinor, minDays, maxDays }) => ({
    value: id,
    label,
    description: `${minDays} to ${maxDays} working days`,
    aside:
      priceMinor === 0 ? 'Free' : <Amount minor={priceMinor} currency={checkout.currency} locale={locale} />,
  }))
  return (
    <CheckoutFrame checkout={checkout} step="shipping" title="How should we ship it?">
      <BffForm bff="checkout" procedure="saveShipping">
        {({ pending, errors, formError }) => (
          <Stack gap={5}>
            <ErrorSummary errors={errors} formError={formError} />
            <input type="hidden" name="checkoutId" value={checkout.id} />
            <RadioCards
              legend="Shipping"
              hideLegend
              name="shippingMethodId"
              options={options}
              defaultValue={checkout.shippingMethodId || options[0]?.value}
              error={errors['shippingMethodId']}
              required
            />
            <Button type="submit" variant="primary" size="l" pending={pending}>
              {checkout.hasPayment ? 'Continue to review' : 'Continue to payment'}
            </Button>
          </Stack>
        )}
      </BffForm>
    </CheckoutFrame>
  )
}
