import { Amount, Button, ErrorSummary, Notice, Stack } from '@mallhive/design-system'
import { BffForm, type Loaded, type LoaderContext, type Meta, useShell } from '@mallhive/mfe-kit'
import { messages, useMessages } from '../messages.ts'
import { CheckoutFrame } from '../parts/checkout-frame.tsx'
import { ReviewFacts } from '../parts/review-facts.tsx'
import { Unavailable } from '../parts/unavailable.tsx'
import { loadStep } from '../steps.ts'

export async function loader(ctx: LoaderContext) {
  const checkout = await loadStep(ctx, 'review')
  const { changed, unavailable } = ctx.search
  const skus = unavailable?.split(',') ?? []
  return {
    checkout,
    changed: changed !== undefined,
    unavailable: checkout.lines.filter(({ sku }) => skus.includes(sku)),
  }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('meta.review'), robots: 'noindex' }
}

export default function ReviewPage({ data }: { data: Loaded<typeof loader> }) {
  const { checkout, changed, unavailable } = data
  const t = useMessages()
  const { locale } = useShell()
  const total = () => (
    <Amount minor={checkout.totals.totalMinor} currency={checkout.currency} locale={locale} />
  )
  return (
    <CheckoutFrame checkout={checkout} step="review" title={t('review.title')}>
      {changed ? (
        <Notice tone="honey" role="alert" title={t('review.changed.title', { total })}>
          {t('review.changed.words')}
        </Notice>
      ) : null}
      {unavailable.length > 0 ? <Unavailable lines={unavailable} /> : null}
      <ReviewFacts checkout={checkout} />
      {unavailable.length > 0 ? null : (
        <BffForm bff="checkout" procedure="placeOrder">
          {({ pending, errors, formError }) => (
            <Stack gap={4}>
              <ErrorSummary errors={errors} formError={formError} />
              <input type="hidden" name="checkoutId" value={checkout.id} />
              <input type="hidden" name="totalMinor" value={checkout.totals.totalMinor} />
              <input type="hidden" name="currency" value={checkout.currency} />
              <Button type="submit" variant="primary" size="l" block pending={pending}>
                <span>{t('review.place', { total })}</span>
              </Button>
            </Stack>
          )}
        </BffForm>
      )}
    </CheckoutFrame>
  )
}
