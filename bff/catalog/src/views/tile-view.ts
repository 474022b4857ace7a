import type { Image, ProductCard } from '@mallhive/contracts/catalog'
import { minorOf } from '@mallhive/contracts/money'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'

export type ImageView = {
  path: string
  alt: string
  widths: number[]
  /** The language of `alt`, where it is not the page's. */
  lang?: string
}

/** A product in a list. */
export type TileView = {
  id: string
  slug: string
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  seller: string
  hue: number
  image?: ImageView
  price: { minor: number; currency: string; wasMinor?: number; from: boolean }
  rating: { value: number; count: number }
  /** The only variant's SKU, for adding from the list; absent when there are options to choose. */
  sku?: string
  /** Undefined when the inventory did not answer. */
  stock?: StockState
}

export type StockState = 'sold-out' | 'low' | 'in-stock'

const lowMark = 5

export function stockState(available: number): StockState {
  if (available <= 0) return 'sold-out'
  return available <= lowMark ? 'low' : 'in-stock'
}

/**
 * @param pageLang the page's language
 * @param levels units by SKU; undefined when the inventory did not answer
 */
export function toTile(card: ProductCard, pageLang: string, levels?: Map<string, number>): TileView {
  const lang = foreignLang(card.locale, pageLang)
  const units = levels && card.skus.reduce((sum, sku) => sum + (levels.get(sku) ?? 0), 0)
  return {
    id: card.id,
    slug: card.slug,
    title: card.title,
    lang,
    seller: card.seller?.name ?? '',
    hue: card.tintHue,
    image: toImage(card.image, lang),
    price: {
      minor: minorOf(card.price?.price),
      currency: card.price?.price?.currency ?? '',
      wasMinor: card.price?.was && minorOf(card.price.was),
      from: card.priceFrom,
    },
    rating: { value: card.ratingAverage, count: card.ratingCount },
    sku: card.skus.length === 1 ? card.skus[0] : undefined,
    stock: units === undefined ? undefined : stockState(units),
  }
}

export function toImage(image: Image | undefined, lang?: string): ImageView | undefined {
  return image && { path: image.path, alt: image.alt, widths: [...image.widths], lang }
}
