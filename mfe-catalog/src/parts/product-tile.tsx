import type { TileView } from '@mallhive/bff-catalog/router'
import { Amount, Badge, CellCard, Rating } from '@mallhive/design-system'
import { Remote, useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'

/** A product in a list. */
export function ProductTile({ product, priority }: { product: TileView; priority: boolean }) {
  const t = useMessages()
  const { locale } = useShell()
  const { minor, currency, wasMinor, from } = product.price
  const soldOut = product.stock === 'sold-out'
  return (
    <CellCard
      href={`/p/${product.slug}`}
      title={product.title}
      lang={product.lang}
      headingLevel="h2"
      picture={product.image && { ...product.image, alt: '' }}
      hue={product.hue}
      priority={priority}
      dimmed={soldOut}
      meta={<span translate="no">{product.seller}</span>}
      price={<Amount minor={minor} currency={currency} was={wasMinor} from={from} locale={locale} />}
      rating={<Rating value={product.rating.value} count={product.rating.count} compact />}
      badge={badge(soldOut, minor, wasMinor, t)}
      action={
        product.sku && !soldOut ? (
          <Remote
            name="cart/quick-add"
            sku={product.sku}
            priceMinor={minor}
            currency={currency}
            title={product.title}
          />
        ) : undefined
      }
      note={product.stock === 'low' ? t('tile.few') : undefined}
    />
  )
}

function badge(soldOut: boolean, minor: number, wasMinor: number | undefined, t: Translate) {
  if (soldOut) return <Badge>{t('tile.sold-out')}</Badge>
  if (!wasMinor) return undefined
  return <Badge tone="berry">{t('tile.reduction', { part: 1 - minor / wasMinor })}</Badge>
}
