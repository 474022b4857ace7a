import { Amount, Button, ErrorSummary, Notice, Stack } from '@mallhive/design-system'
import { BffForm, type Loaded, type LoaderContext, type Meta, useShell } from '@mallhive/mfe-kit'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { ReviewFacts } from '../parts/review-facts.tsx'
import { loadStep } from '../steps.ts'

export async function loader(ctx: LoaderContext) {
  return { checkout: await loadStep(ctx, 'review'), changed: ctx.search['changed'] !== undefined }
}

export const meta = (): Meta => ({ title: 'Checkout: review', robots: 'noindex' })

export default function ReviewPage({ data: { checkout, changed } }: { data: Loaded<typeof loader> }) {
  const { locale } = useShell()
  const total = <Amount minor={checkout.totals.totalMinor} currency={checkout.currency} locale={locale} />
  return (
    <CheckoutFrame checkout={checkout} step="review" title="Review your order">
      {changed ? (
        <Notice tone="honey" role="alert" title={<>The total is now {total}</>}>
          A price or one of your choices has changed. You have not been charged. Please review your order and
          place it again.
        </Notice>
      ) : null}
      <ReviewFacts checkout={checkout} />
      <BffForm bff="checkout" procedure="placeOrder">
        {({ pending, errors, formError }) => (
          <Stack gap={4}>
            <ErrorSummary errors={errors} formError={formError} />
            <input type="hidden" name="checkoutId" value={checkout.id} />
            <input type="hidden" name="totalMinor" value={checkout.totals.totalMinor} />
            <input type="hidden" name="currency" value={checkout.currency} />
            <Button type="submit" variant="primary" size="l" block pending={pending}>
              Place order and pay {total}
            </Button>
          </Stack>
        )}
      </BffForm>
    </CheckoutFrame>
  )
}
