import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Amount, SummaryList, type SummaryRow } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

/** The totals; amounts that are not known yet are labelled instead of shown as zero. */
export function TotalsList({ checkout }: { checkout: CheckoutView }) {
  const t = useMessages()
  const { locale } = useShell()
  const { currency, totals } = checkout
  const amount = (minor: number, size: 's' | 'm' | 'l' = 'm') => (
    <Amount minor={minor} currency={currency} locale={locale} size={size} />
  )
  const shipping = totals.shippingMinor === 0 ? t('totals.shipping.free') : amount(totals.shippingMinor)
  const rate = totals.taxRateBps / 10_000
  const tax: SummaryRow[] = totals.taxIncluded
    ? []
    : [{ label: t('totals.tax'), hint: t('totals.tax.rate', { rate }), value: amount(totals.taxMinor) }]
  const included = totals.taxIncluded && totals.taxMinor > 0
  return (
    <SummaryList
      rows={[
        { label: t('totals.items'), value: amount(totals.itemsMinor) },
        {
          label: t('totals.shipping'),
          value: checkout.shippingMethodId ? shipping : t('totals.shipping.later'),
        },
        ...tax,
        {
          label: t('totals.total'),
          hint: included
            ? t('totals.tax.included', { tax: () => amount(totals.taxMinor, 's'), rate })
            : undefined,
          value: amount(totals.totalMinor, 'l'),
          strong: true,
        },
      ]}
    />
  )
}
