import type { ListView } from '@mallhive/bff-catalog/router'
import { Amount, Badge, CellCard, Rating } from '@mallhive/design-system'
import { Remote, useShell } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { variantHref } from '../choose-variant.ts'
import { useMessages } from '../messages.ts'
import type { Translate } from '../messages.ts'
import { MarkedText } from './marked-text.tsx'
import styles from './product-tile.module.css'

interface ProductTileProps {
  product: ListView['products'][number]
  priority: boolean
  onAdded?: (sku: string) => void
}

/** A product in a list. */
export function ProductTile({ product, priority, onAdded }: ProductTileProps) {
  const t = useMessages()
  const { locale } = useShell()
  const { sku } = product
  const { minor, currency, wasMinor, from } = product.price
  const { titleMarks } = product
  const soldOut = product.stock === 'sold-out'
  return (
    <CellCard
      href={product.options ? variantHref(product.slug, product.options) : `/p/${product.slug}`}
      title={titleMarks ? <MarkedText text={product.title} marks={titleMarks} /> : product.title}
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
        sku && !soldOut ? (
          <Remote
            name="cart/quick-add"
            sku={sku}
            priceMinor={minor}
            currency={currency}
            title={product.title}
            onAdded={() => onAdded?.(sku)}
          />
        ) : undefined
      }
      note={note(product, t)}
    />
  )
}

function badge(soldOut: boolean, minor: number, wasMinor: number | undefined, t: Translate) {
  if (soldOut) return <Badge>{t('tile.sold-out')}</Badge>
  if (!wasMinor) return undefined
  return <Badge tone="berry">{t('tile.reduction', { part: 1 - minor / wasMinor })}</Badge>
}

function note({ stock, missing, excerpt }: ProductTileProps['product'], t: Translate): ReactNode {
  const few = stock === 'low' ? t('tile.few') : undefined
  if (!missing && !excerpt) return few
  return (
    <>
      {few}
      {excerpt ? (
        <p className={styles.excerpt} lang={excerpt.lang}>
          <MarkedText text={excerpt.text} marks={excerpt.marks} />
        </p>
      ) : null}
      {missing ? (
        <p className={styles.missing}>
          {t('tile.missing', { words: missing.join(', '), struck: (words) => <s>{words}</s> })}
        </p>
      ) : null}
    </>
  )
}
