import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { Icon, icons } from '@mallhive/design-system'
import styles from './stock-note.module.css'

/** Availability of the variant, as text and colour. */
export function StockNote({ product, variant }: { product: ProductView; variant: VariantView }) {
  const { stock, available } = variant
  if (stock === undefined) {
    return (
      <p className={styles.note}>
        We can’t check the stock right now. Your cart will check it when you add this.
      </p>
    )
  }
  if (stock === 'sold-out') {
    const others = product.variants.some((other) => other.stock !== 'sold-out')
    return (
      <p className={styles.note}>
        {others
          ? 'This option is sold out. Please choose another one.'
          : 'Sold out. Similar products are below.'}
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
