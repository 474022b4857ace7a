import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { Icon, icons } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import styles from './stock-note.module.css'

/** Availability of the variant, as text and colour. */
export function StockNote({ product, variant }: { product: ProductView; variant: VariantView }) {
  const t = useMessages()
  const { stock, available } = variant
  if (stock === undefined) {
    return <p className={styles.note}>{t('stock.unknown')}</p>
  }
  if (stock === 'sold-out') {
    const others = product.variants.some((other) => other.stock !== 'sold-out')
    return <p className={styles.note}>{t(others ? 'stock.option-sold-out' : 'stock.sold-out')}</p>
  }
  return (
    <p className={stock === 'low' ? styles.low : styles.there}>
      <Icon path={icons.check} size={18} />
      {stock === 'low' ? t('stock.left', { count: available ?? 0 }) : t('stock.there')}
    </p>
  )
}
