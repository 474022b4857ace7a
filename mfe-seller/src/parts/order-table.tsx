import type { OrderRow, Status } from '@mallhive/bff-seller/router'
import {
  Amount,
  Badge,
  ChosenOptions,
  type Column,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
} from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import styles from './order-table.module.css'

type OrderTableProps = { orders: OrderRow[]; caption: string; amounts: boolean }

/** Table of sub-orders with recipients and, for members who see them, amounts. */
export function OrderTable({ orders, caption, amounts }: OrderTableProps) {
  const t = useMessages()
  const columns = useColumns(amounts)
  return (
    <DataTable
      caption={caption}
      cards
      columns={columns}
      rows={orders}
      rowKey={(order) => order.id}
      empty={
        <EmptyState
          title={t('table.empty.title')}
          action={<LinkButton href="/">{t('table.empty.mall')}</LinkButton>}
        >
          {t('table.empty.words')}
        </EmptyState>
      }
    />
  )
}

function useColumns(amounts: boolean): Column<OrderRow>[] {
  const t = useMessages()
  const { locale } = useShell()
  const columns: Column<OrderRow>[] = [
    {
      key: 'number',
      label: t('table.number'),
      cell: (order) => (
        <span className={styles.number} translate="no">
          {order.number}
        </span>
      ),
    },
    { key: 'status', label: t('table.status'), cell: (order) => <StatusBadge status={order.status} /> },
    {
      key: 'lines',
      label: t('table.lines'),
      cell: (order) => (
        <ul className={styles.lines}>
          {order.lines.map((line) => (
            <li key={line.sku}>
              {line.quantity} × <span lang={line.lang}>{line.title}</span>
              {line.options.length > 0 ? (
                <span className={styles.soft}>
                  {', '}
                  <ChosenOptions options={line.options} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'shipTo',
      label: t('table.ship-to'),
      cell: ({ shipTo }) =>
        shipTo ? (
          <address className={styles.address} translate="no">
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
      key: 'shipping',
      label: t('table.shipping'),
      cell: ({ shippingMethodId: method }) => (method ? t('shipping.method', { method }) : '–'),
    },
    {
      key: 'placedAt',
      label: t('table.placed-at'),
      cell: (order) => (order.placedAt ? <DateTime iso={order.placedAt} locale={locale} /> : '–'),
    },
  ]
  const total: Column<OrderRow> = {
    key: 'total',
    label: t('table.total'),
    align: 'end',
    cell: (order) => (order.total ? <Amount {...order.total} locale={locale} size="s" /> : '–'),
  }
  return amounts ? [...columns, total] : columns
}

const tones = {
  placed: 'neutral',
  paid: 'honey',
  shipped: 'leaf',
  delivered: 'leaf',
  cancelled: 'berry',
} as const satisfies Record<Status, unknown>

function StatusBadge({ status }: { status: Status }) {
  const t = useMessages()
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
}
