import type { ProductTile } from '@mallhive/bff-home/router'
import { Amount, Badge, CellCard, Rating } from '@mallhive/design-system'
import { Remote, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

/** The product card of all shelves of this micro frontend. */
export function ProductTileCard({ product, sizes }: { product: ProductTile; sizes?: string }) {
  const t = useMessages()
  const { locale } = useShell()
  const { price, rating } = product
  return (
    <CellCard
      href={`/p/${product.slug}`}
      title={product.title}
      lang={product.lang}
      picture={product.picture && { ...product.picture, alt: '' }}
      hue={product.hue}
      sizes={sizes}
      meta={<span translate="no">{product.seller}</span>}
      price={
        <Amount
          minor={price.minor}
          currency={price.currency}
          was={price.wasMinor}
          from={price.from}
          locale={locale}
        />
      }
      rating={<Rating value={rating.value} count={rating.count} compact />}
      action={
        product.sku ? (
          <Remote
            name="cart/quick-add"
            sku={product.sku}
            priceMinor={price.minor}
            currency={price.currency}
            title={product.title}
          />
        ) : undefined
      }
      badge={
        price.wasMinor ? (
          <Badge tone="berry">{t('tile.reduction', { part: 1 - price.minor / price.wasMinor })}</Badge>
        ) : undefined
      }
    />
  )
}
