import type { ProductView } from '@mallhive/bff-catalog/router'
import { Anchor } from '@mallhive/design-system'
import styles from './seller-note.module.css'

/** The shop that makes and ships the product. */
export function SellerNote({ seller }: { seller: ProductView['seller'] }) {
  return (
    <div className={styles.seller}>
      <p className={styles.name}>
        Sold by{' '}
        <Anchor href={`/search?seller=${seller.slug}`} translate="no">
          {seller.name}
        </Anchor>
        , {seller.city}
      </p>
      <p className={styles.about}>{seller.about}</p>
    </div>
  )
}
