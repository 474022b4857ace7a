import type { OrderRow, Status } from '@mallhive/bff-seller/router'
import {
  Amount,
  Badge,
  type Column,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
} from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import styles from './order-table.module.css'

type OrderTableProps = { orders: OrderRow[]; caption: string; amounts: boolean }

/** Table of sub-orders with recipients and, for members who see them, amounts. */
export function OrderTable({ orders, caption, amounts }: OrderTableProps) {
  const { locale } = useShell()
  return (
    <DataTable
      caption={caption}
      cards
      columns={amounts ? [...columnsFor(locale), amountFor(locale)] : columnsFor(locale)}
      rows={orders}
      rowKey={(order) => order.id}
      empty={
        <EmptyState title="No orders yet" action={<LinkButton href="/">View the mall</LinkButton>}>
          When someone buys from your shop, the order appears here, ready to pack.
        </EmptyState>
      }
    />
  )
}

const columnsFor = (locale: string): Column<OrderRow>[] => [
  {
    key: 'number',
    label: 'Order',
    cell: (order) => (
      <span className={styles.number} translate="no">
        {order.number}
      </span>
    ),
  },
  { key: 'status', label: 'Status', cell: (order) => <StatusBadge status={order.status} /> },
  {
    key: 'lines',
    label: 'To pack',
    cell: (order) => (
      <ul className={styles.lines}>
        {order.lines.map((line) => (
          <li key={line.sku}>
            {line.quantity} × {line.title}
            {line.variantLabel ? <span className={styles.soft}>, {line.variantLabel}</span> : null}
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'shipTo',
    label: 'Ship to',
    cell: ({ shipTo }) =>
      shipTo ? (
        <address className={styles.address}>
          {shipTo.name}
          <span className={styles.soft}>
            {shipTo.street}, {shipTo.place}
          </span>
        </address>
      ) : (
        '–'
      ),
  },
  {
    key: 'placedAt',
    label: 'Placed',
    cell: (order) => (order.placedAt ? <DateTime iso={order.placedAt} locale={locale} /> : '–'),
  },
]

const amountFor = (locale: string): Column<OrderRow> => ({
  key: 'total',
  label: 'Goods',
  align: 'end',
  cell: ({ total }) => (total ? <Amount {...total} locale={locale} size="s" /> : '–'),
})

const badges = {
  placed: ['neutral', 'Placed'],
  paid: ['honey', 'To ship'],
  shipped: ['leaf', 'On its way'],
  delivered: ['leaf', 'Delivered'],
  cancelled: ['berry', 'Cancelled'],
} as const satisfies Record<Status, unknown>

function StatusBadge({ status }: { status: Status }) {
  const [tone, words] = badges[status]
  return <Badge tone={tone}>{words}</Badge>
}
