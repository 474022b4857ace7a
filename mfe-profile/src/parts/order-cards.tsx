import type { OrderCardView } from '@mallhive/bff-profile/router'
import { Amount, Cell, EmptyState, LinkButton, Picture } from '@mallhive/design-system'
import { Link, useShell } from '@mallhive/mfe-kit'
import { dayOf } from '../dates.ts'
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
  const { locale } = useShell()
  const things = order.itemCount === 1 ? '1 thing' : `${order.itemCount} things`
  return (
    <li className={styles.order}>
      <div className={styles.facts}>
        <h3 className={styles.number}>
          <Link href={`/orders/${encodeURIComponent(order.number)}`}>{order.number}</Link>
        </h3>
        <p className={styles.soft}>
          <time dateTime={order.placedAt}>{dayOf(order.placedAt, locale)}</time>, {things}
        </p>
      </div>
      <ul className={styles.pictures} aria-label="What is in it">
        {order.lines.map((line) => (
          <li key={line.sku}>
            <Cell hue={line.hue} className={styles.cell}>
              <Picture path={line.imagePath} alt={line.title} widths={pictureWidths} sizes="3.5rem" />
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
  return (
    <EmptyState
      title="No orders yet"
      headingLevel="h3"
      action={
        <LinkButton href="/" variant="primary">
          Walk through the mall
        </LinkButton>
      }
    >
      When you order something, you can follow it here until it is at your door.
    </EmptyState>
  )
}
