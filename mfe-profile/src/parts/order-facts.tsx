import type { OrderView, Status } from '@mallhive/bff-profile/router'
import { Amount, Panel, SummaryList } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { PostalAddress } from './postal-address.tsx'

/** Totals, address and payment of an order. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { locale } = useShell()
  const isPaid = order.timeline.some(({ status }) => status === 'paid')
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
      <Panel title="Order total">
        <SummaryList
          rows={rows.map(({ amount, ...row }) => ({
            ...row,
            value: <Amount minor={amount.minor} currency={amount.currency} locale={locale} />,
          }))}
        />
      </Panel>
      <Panel title="Delivery address">
        <PostalAddress lines={order.address} />
      </Panel>
      <Panel title={isPaid ? 'Paid with' : 'Payment'}>
        <p>{order.paymentLabel || 'By card'}</p>
        <p>{isPaid ? `Receipt to ${order.email}` : notCharged(order.status)}</p>
      </Panel>
    </>
  )
}

const notCharged = (status: Status) =>
  status === 'placed' ? 'Not charged yet.' : 'You have not been charged.'
