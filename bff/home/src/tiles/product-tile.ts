import { type Image, type Product, type ProductCard, ProductStatus } from '@mallhive/contracts/catalog'
import { minorOf } from '@mallhive/contracts/money'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'

/** A product on a card. */
export type ProductTile = {
  id: string
  slug: string
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  seller: string
  hue: number
  picture?: PictureView
  price: { minor: number; currency: string; wasMinor?: number; from: boolean }
  rating: { value: number; count: number }
  /** The only variant's SKU, for adding from the card; absent when there are options to choose. */
  sku?: string
}

export type PictureView = { path: string; alt: string; widths: number[] }

export function tileOfCard(card: ProductCard, pageLang: string): ProductTile {
  return {
    id: card.id,
    slug: card.slug,
    title: card.title,
    lang: foreignLang(card.locale, pageLang),
    seller: card.seller?.name ?? '',
    hue: card.tintHue,
    picture: pictureOf(card.image),
    price: {
      minor: minorOf(card.price?.price),
      currency: card.price?.price?.currency ?? '',
      wasMinor: card.price?.was && minorOf(card.price.was),
      from: card.priceFrom,
    },
    rating: { value: card.ratingAverage, count: card.ratingCount },
    sku: card.skus.length === 1 ? card.skus[0] : undefined,
  }
}

/** Returns the tile of a product; undefined when it is not for sale in this currency. */
export function tileOfProduct(
  product: Product,
  { currency, lang: pageLang }: { currency: string; lang: string },
): ProductTile | undefined {
  const prices = product.variants
    .flatMap((variant) => variant.prices)
    .filter(({ price }) => price?.currency === currency)
    .map(({ price, was }) => ({ minor: minorOf(price), wasMinor: was && minorOf(was) }))
    .toSorted((a, b) => a.minor - b.minor)
  const [lowest] = prices
  if (!lowest || product.status !== ProductStatus.ACTIVE) return undefined
  return {
    id: product.id,
    slug: product.slug,
    title: product.title,
    lang: foreignLang(product.locale, pageLang),
    seller: product.seller?.name ?? '',
    hue: product.category?.tintHue ?? 0,
    picture: pictureOf(product.images[0] ?? product.variants[0]?.image),
    price: { ...lowest, currency, from: prices.some(({ minor }) => minor !== lowest.minor) },
    rating: { value: product.ratingAverage, count: product.ratingCount },
    sku: product.variants.length === 1 ? product.variants[0]?.sku : undefined,
  }
}

export function pictureOf(image: Image | undefined): PictureView | undefined {
  return image && { path: image.path, alt: image.alt, widths: [...image.widths] }
}
