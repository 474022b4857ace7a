import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Panel } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { LineList } from './line-list.tsx'
import { TotalsList } from './totals-list.tsx'
import styles from './order-summary.module.css'

export function OrderSummary({ checkout }: { checkout: CheckoutView }) {
  const t = useMessages()
  return (
    <Panel title={t('summary.title')} id="order-summary" className={styles.summary}>
      <LineList lines={checkout.lines} currency={checkout.currency} />
      <TotalsList checkout={checkout} />
    </Panel>
  )
}
