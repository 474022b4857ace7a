import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Panel } from '@mallhive/design-system'
import { LineList } from './line-list.tsx'
import { TotalsList } from './totals-list.tsx'
import styles from './order-summary.module.css'

export function OrderSummary({ checkout }: { checkout: CheckoutView }) {
  return (
    <Panel title="Your order" id="order-summary" className={styles.summary}>
      <LineList lines={checkout.lines} currency={checkout.currency} />
      <TotalsList checkout={checkout} />
    </Panel>
  )
}
