import type { OrderCardView } from '@mallhive/bff-profile/router'
import { Amount, Cell, DateTime, EmptyState, LinkButton, Picture } from '@mallhive/design-system'
import { Link, Remote, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import { pictureWidths } from '../picture-widths.ts'
import styles from './order-cards.module.css'
import { StatusBadge } from './status-badge.tsx'

export function OrderCards({ orders }: { orders: OrderCardView[] }) {
  if (orders.length === 0) return <NoOrders />
  return (
    <ul className={styles.orders}>
      {orders.map((order) => (
        <OrderCard key={order.number} order={order} />
      ))}
    </ul>
  )
}

function OrderCard({ order }: { order: OrderCardView }) {
  const t = useMessages()
  const { locale } = useShell()
  return (
    <li className={styles.order}>
      <div className={styles.facts}>
        <h3 className={styles.number} translate="no">
          <Link href={`/orders/${encodeURIComponent(order.number)}`}>{order.number}</Link>
        </h3>
        <p className={styles.soft}>
          {t('card.facts', {
            date: () => <DateTime iso={order.placedAt} locale={locale} />,
            count: order.itemCount,
          })}
        </p>
      </div>
      <ul className={styles.pictures} aria-label={t('card.pictures')}>
        {order.lines.map((line) => (
          <li key={line.sku}>
            <Cell hue={line.hue} className={styles.cell}>
              <Picture
                path={line.imagePath}
                alt={line.title}
                lang={line.lang}
                widths={pictureWidths}
                sizes="3.5rem"
              />
            </Cell>
          </li>
        ))}
      </ul>
      <div className={styles.end}>
        <Amount minor={order.total.minor} currency={order.total.currency} locale={locale} />
        <StatusBadge status={order.status} />
      </div>
    </li>
  )
}

function NoOrders() {
  const t = useMessages()
  return (
    <>
      <EmptyState
        title={t('orders.empty.title')}
        headingLevel="h3"
        action={
          <LinkButton href="/" variant="primary">
            {t('orders.empty.shop')}
          </LinkButton>
        }
      >
        {t('orders.empty.words')}
      </EmptyState>
      <Remote name="home/recommendations" title={t('orders.empty.popular')} />
    </>
  )
}
