import type { TileView } from '@mallhive/bff-catalog/router'
import { Amount, Badge, CellCard, Rating } from '@mallhive/design-system'
import { Remote, useShell } from '@mallhive/mfe-kit'

/** A product in a list. */
export function ProductTile({ product, priority }: { product: TileView; priority: boolean }) {
  const { locale } = useShell()
  const { minor, currency, wasMinor, from } = product.price
  const soldOut = product.stock === 'sold-out'
  return (
    <CellCard
      href={`/p/${product.slug}`}
      title={product.title}
      headingLevel="h2"
      picture={product.image && { ...product.image, alt: '' }}
      hue={product.hue}
      priority={priority}
      dimmed={soldOut}
      meta={<span translate="no">{product.seller}</span>}
      price={<Amount minor={minor} currency={currency} was={wasMinor} from={from} locale={locale} />}
      rating={<Rating value={product.rating.value} count={product.rating.count} compact />}
      badge={badge(soldOut, minor, wasMinor)}
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
      note={product.stock === 'low' ? 'Only a few left' : undefined}
    />
  )
}

function badge(soldOut: boolean, minor: number, wasMinor: number | undefined) {
  if (soldOut) return <Badge>Sold out</Badge>
  if (!wasMinor) return undefined
  return <Badge tone="berry">{`−${Math.round((1 - minor / wasMinor) * 100)} %`}</Badge>
}
