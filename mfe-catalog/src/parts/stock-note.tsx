import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { Icon, icons } from '@mallhive/design-system'
import styles from './stock-note.module.css'

/** Availability of the variant, as text and colour. */
export function StockNote({ product, variant }: { product: ProductView; variant: VariantView }) {
  const { stock, available } = variant
  if (stock === undefined) {
    return <p className={styles.note}>We can’t see the stock right now. The cart will check it.</p>
  }
  if (stock === 'sold-out') {
    const others = product.variants.some((other) => other.stock !== 'sold-out')
    return (
      <p className={styles.note}>
        {others
          ? 'This one is sold out. Have a look at the others.'
          : 'Sold out for now. Its neighbours on the shelf are below.'}
      </p>
    )
  }
  return (
    <p className={stock === 'low' ? styles.low : styles.there}>
      <Icon path={icons.check} size={18} />
      {stock === 'low' ? `Only ${available} left` : 'In stock, ships in 1 to 2 days'}
    </p>
  )
}
