import type { Figures } from '@mallhive/bff-seller/router'
import { Amount, Panel } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import styles from './figure-row.module.css'

/** The dashboard figures of a shop, with the sales for members who see amounts. */
export function FigureRow({ figures }: { figures: Figures }) {
  const { locale, currency } = useShell()
  const { days, ordersToSend, piecesToSend, recentOrders, recentSales, atLeast } = figures
  const sales = recentSales?.length === 0 ? [{ minor: 0, currency }] : recentSales
  return (
    <Panel>
      <dl className={styles.figures}>
        <Figure label="Orders to ship" lit={ordersToSend > 0}>
          {ordersToSend}
        </Figure>
        <Figure label="Items to pack">{piecesToSend}</Figure>
        <Figure label={`Orders, last ${days} days`}>{recentOrders}</Figure>
        {sales ? (
          <Figure label={`Sales, last ${days} days`}>
            {sales.map((sum) => (
              <Amount key={sum.currency} {...sum} locale={locale} size="l" />
            ))}
          </Figure>
        ) : null}
      </dl>
      {atLeast ? <p className={styles.note}>Based on your newest 100 orders.</p> : null}
    </Panel>
  )
}

function Figure({ label, lit = false, children }: { label: string; lit?: boolean; children: ReactNode }) {
  return (
    <div className={styles.figure} data-lit={lit || undefined}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
