import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Amount, SummaryList, type SummaryRow } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

/** The totals; amounts that are not known yet are labelled instead of shown as zero. */
export function TotalsList({ checkout }: { checkout: CheckoutView }) {
  const { locale } = useShell()
  const { currency, totals } = checkout
  const amount = (minor: number, size: 's' | 'm' | 'l' = 'm') => (
    <Amount minor={minor} currency={currency} locale={locale} size={size} />
  )
  const shipping = totals.shippingMinor === 0 ? 'Free' : amount(totals.shippingMinor)
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    totals.taxRateBps / 10_000,
  )
  const tax: SummaryRow[] = totals.taxIncluded
    ? []
    : [{ label: 'Tax', hint: rate, value: amount(totals.taxMinor) }]
  const included = totals.taxIncluded && totals.taxMinor > 0
  return (
    <SummaryList
      rows={[
        { label: 'Items', value: amount(totals.itemsMinor) },
        { label: 'Shipping', value: checkout.shippingMethodId ? shipping : 'Calculated next' },
        ...tax,
        {
          label: 'Total',
          hint: included ? (
            <>
              includes {amount(totals.taxMinor, 's')} tax ({rate})
            </>
          ) : undefined,
          value: amount(totals.totalMinor, 'l'),
          strong: true,
        },
      ]}
    />
  )
}
