import type { OrderView, Status } from '@mallhive/bff-profile/router'
import { Amount, Panel, SummaryList } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import { PostalAddress } from './postal-address.tsx'

/** Totals, address and payment of an order. */
export function OrderFacts({ order }: { order: OrderView }) {
  const t = useMessages()
  const { locale } = useShell()
  const isPaid = order.timeline.some(({ status }) => status === 'paid')
  const { items, discount, shipping, tax, total, taxIncluded } = order.totals
  const rows = [
    { label: t('order.total.items'), amount: items },
    ...(discount.minor > 0
      ? [{ label: t('order.total.discount'), amount: { ...discount, minor: -discount.minor } }]
      : []),
    {
      label: t('order.total.shipping'),
      hint: t('order.total.shipping.method', { method: order.shippingMethodId }),
      amount: shipping,
      free: shipping.minor === 0,
    },
    { label: t(taxIncluded ? 'order.total.tax-included' : 'order.total.tax'), amount: tax },
    { label: t('order.total.total'), amount: total, strong: true },
  ]
  return (
    <>
      <Panel title={t('order.total')}>
        <SummaryList
          rows={rows.map(({ amount, free, ...row }) => ({
            ...row,
            value: free ? (
              t('order.total.shipping.free')
            ) : (
              <Amount minor={amount.minor} currency={amount.currency} locale={locale} />
            ),
          }))}
        />
      </Panel>
      <Panel title={t('order.address')}>
        <PostalAddress lines={order.address} />
      </Panel>
      <Panel title={t(isPaid ? 'order.payment.paid' : 'order.payment')}>
        <p>{order.paymentLabel || t('order.payment.card')}</p>
        <p>{isPaid ? t('order.payment.receipt', { email: order.email }) : t(notCharged(order.status))}</p>
      </Panel>
    </>
  )
}

const notCharged = (status: Status) =>
  status === 'placed' ? 'order.payment.not-yet' : 'order.payment.not-charged'
