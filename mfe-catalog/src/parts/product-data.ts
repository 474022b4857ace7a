import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { decimalOf } from '@mallhive/mfe-kit'
import { variantHref } from '../choose-variant.ts'

/** The product as structured data (schema.org Product) with an offer per variant. */
export function productData(product: ProductView, origin: string) {
  const { title, description, images, seller, rating, variants, slug } = product
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    description,
    url: `${origin}/p/${slug}`,
    image: images.map(({ path, widths }) => `${origin}/media/${path}-${widths.at(-1)}.webp`),
    brand: { '@type': 'Brand', name: seller.name },
    ...(rating.count > 0 && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: rating.value.toFixed(1),
        reviewCount: rating.count,
      },
    }),
    offers: variants.map((variant) => ({
      '@type': 'Offer',
      sku: variant.sku,
      url: origin + variantHref(slug, variant.options),
      price: decimalOf(variant.price.minor, variant.price.currency),
      priceCurrency: variant.price.currency,
      ...(variant.stock && { availability: `https://schema.org/${availability[variant.stock]}` }),
      seller: { '@type': 'Organization', name: seller.name },
    })),
  }
}

const availability: Record<NonNullable<VariantView['stock']>, string> = {
  'sold-out': 'OutOfStock',
  low: 'LimitedAvailability',
  'in-stock': 'InStock',
}
