import type { VariantView } from '@mallhive/bff-catalog/router'
import { Icon, icons } from '@mallhive/design-system'
import styles from './stock-note.module.css'

/** Whether it is there, in words and colour. */
export function StockNote({ variant: { stock, available } }: { variant: VariantView }) {
  if (stock === undefined) {
    return <p className={styles.note}>We can’t see the stock right now. The cart will check it.</p>
  }
  if (stock === 'sold-out') {
    return <p className={styles.note}>This one is sold out. Have a look at the others.</p>
  }
  return (
    <p className={stock === 'low' ? styles.low : styles.there}>
      <Icon path={icons.check} size={18} />
      {stock === 'low' ? `Only ${available} left` : 'In stock, ships in 1 to 2 days'}
    </p>
  )
}
