import type { Figures } from '@mallhive/bff-seller/router'
import { Amount, Panel } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { useMessages } from '../messages.ts'
import styles from './figure-row.module.css'

/** The dashboard figures of a shop, with the sales for members who see amounts. */
export function FigureRow({ figures }: { figures: Figures }) {
  const t = useMessages()
  const { locale, currency } = useShell()
  const { days, ordersToSend, piecesToSend, recentOrders, recentSales, atLeast } = figures
  const sales = recentSales?.length === 0 ? [{ minor: 0, currency }] : recentSales
  return (
    <Panel>
      <dl className={styles.figures}>
        <Figure label={t('figures.to-ship')} lit={ordersToSend > 0}>
          {ordersToSend}
        </Figure>
        <Figure label={t('figures.to-pack')}>{piecesToSend}</Figure>
        <Figure label={t('figures.orders', { days })}>{recentOrders}</Figure>
        {sales ? (
          <Figure label={t('figures.sales', { days })}>
            {sales.map((sum) => (
              <Amount key={sum.currency} {...sum} locale={locale} size="l" />
            ))}
          </Figure>
        ) : null}
      </dl>
      {atLeast ? <p className={styles.note}>{t('figures.at-least')}</p> : null}
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
