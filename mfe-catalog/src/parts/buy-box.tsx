import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { Amount, Notice, Rating } from '@mallhive/design-system'
import { Remote, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import { useSearchLog } from '../use-search-log.ts'
import { SellerNote } from './seller-note.tsx'
import { StockNote } from './stock-note.tsx'
import { VariantPickers } from './variant-pickers.tsx'
import styles from './buy-box.module.css'

/** Title, price, variant pickers, stock and the button that adds to the cart. */
export function BuyBox({ product, variant }: { product: ProductView; variant: VariantView }) {
  const t = useMessages()
  const { locale } = useShell()
  const log = useSearchLog()
  const { minor, currency, wasMinor } = variant.price
  return (
    <section className={styles.box} aria-label={t('buy.label')}>
      <div className={styles.head}>
        <h1 className={styles.title} lang={product.lang}>
          {product.title}
        </h1>
        <Rating value={product.rating.value} count={product.rating.count} />
      </div>
      <Amount minor={minor} currency={currency} was={wasMinor} locale={locale} size="l" />
      <VariantPickers product={product} variant={variant} />
      <StockNote product={product} variant={variant} />
      <Remote
        name="cart/add-to-cart"
        sku={variant.sku}
        priceMinor={minor}
        currency={currency}
        title={product.title}
        available={variant.available}
        onAdded={() => log(({ logAdded }, calls) => logAdded(calls, variant.sku, product.slug))}
        fallback={<Notice tone="honey">{t('buy.no-cart')}</Notice>}
      />
      <SellerNote seller={product.seller} />
    </section>
  )
}
