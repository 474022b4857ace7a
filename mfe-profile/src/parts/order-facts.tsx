import type { OrderView } from '@mallhive/bff-profile/router'
import { Amount, Panel, SummaryList } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { PostalAddress } from './postal-address.tsx'

/** What it came to, where it goes and how it was paid. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { locale } = useShell()
  const { items, discount, shipping, tax, total, taxIncluded } = order.totals
  const rows = [
    { label: 'Items', amount: items },
    ...(discount.minor > 0 ? [{ label: 'Discount', amount: { ...discount, minor: -discount.minor } }] : []),
    { label: 'Shipping', hint: order.shippingLabel, amount: shipping },
    { label: taxIncluded ? 'Tax, included' : 'Tax', amount: tax },
    { label: 'Total', amount: total, strong: true },
  ]
  return (
    <>
      <Panel title="What it came to">
        <SummaryList
          rows={rows.map(({ amount, ...row }) => ({
            ...row,
            value: <Amount minor={amount.minor} currency={amount.currency} locale={locale} />,
          }))}
        />
      </Panel>
      <Panel title="Where it goes">
        <PostalAddress lines={order.address} />
      </Panel>
      <Panel title="How it was paid">
        <p>{order.paymentLabel || 'By card'}</p>
        <p>Receipt to {order.email}</p>
      </Panel>
    </>
  )
}
