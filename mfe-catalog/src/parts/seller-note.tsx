import type { ProductView } from '@mallhive/bff-catalog/router'
import { Anchor } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import styles from './seller-note.module.css'

/** The shop that makes and ships the product. */
export function SellerNote({ seller }: { seller: ProductView['seller'] }) {
  const t = useMessages()
  return (
    <div className={styles.seller}>
      <p className={styles.name}>
        {t('buy.sold-by', {
          shop: seller.name,
          city: seller.city,
          link: (shop) => (
            <Anchor href={`/search?seller=${seller.slug}`} translate="no">
              {shop}
            </Anchor>
          ),
        })}
      </p>
      <p className={styles.about} lang={seller.aboutLang}>
        {seller.about}
      </p>
    </div>
  )
}
