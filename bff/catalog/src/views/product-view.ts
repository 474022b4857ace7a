import type { Product, Variant } from '@mallhive/contracts/catalog'
import { minorOf } from '@mallhive/contracts/money'
import { type ImageView, type StockState, stockState, toImage } from './tile-view.ts'

export type VariantView = {
  sku: string
  options: Record<string, string>
  price: { minor: number; currency: string; wasMinor?: number }
  image?: ImageView
  /** Units left; undefined when the inventory did not answer. */
  available?: number
  stock?: StockState
}

export type ProductView = ReturnType<typeof toProduct>

/** A product for its page, priced in one currency. @param levels units by SKU; undefined when the inventory did not answer */
export function toProduct(product: Product, currency: string, levels?: Map<string, number>) {
  const { category, seller } = product
  return {
    id: product.id,
    slug: product.slug,
    title: product.title,
    description: product.description,
    hue: category?.tintHue ?? 0,
    category: { slug: category?.slug ?? '', name: category?.name ?? '' },
    seller: {
      slug: seller?.slug ?? '',
      name: seller?.name ?? '',
      about: seller?.about ?? '',
      city: seller?.city ?? '',
      country: seller?.country ?? '',
    },
    rating: { value: product.ratingAverage, count: product.ratingCount },
    attributes: product.attributes.map(({ name, label, value }) => ({ name, label, value })),
    options: product.options.map(({ name, label, values }) => ({
      name,
      label,
      values: values.map((each) => ({ value: each.value, label: each.label, swatch: each.swatch })),
    })),
    images: product.images.map((image) => ({ path: image.path, alt: image.alt, widths: [...image.widths] })),
    variants: product.variants.flatMap((variant) => toVariant(variant, currency, levels) ?? []),
    stockKnown: levels !== undefined,
  }
}

function toVariant(
  variant: Variant,
  currency: string,
  levels?: Map<string, number>,
): VariantView | undefined {
  const offer = variant.prices.find(({ price }) => price?.currency === currency)
  if (!offer) return undefined
  const available = levels && (levels.get(variant.sku) ?? 0)
  return {
    sku: variant.sku,
    options: { ...variant.options },
    price: { minor: minorOf(offer.price), currency, wasMinor: offer.was && minorOf(offer.was) },
    image: toImage(variant.image),
    available,
    stock: available === undefined ? undefined : stockState(available),
  }
}
