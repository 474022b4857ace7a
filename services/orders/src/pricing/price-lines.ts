import type { Client } from '@connectrpc/connect'
import { type CatalogService, type Product, ProductStatus, type Variant } from '@mallhive/contracts/catalog'
import { minorOf } from '@mallhive/contracts/money'
import type { ChosenOption, Line } from '../schema.ts'
import { domainError } from '../reasons.ts'

export type Wanted = { sku: string; quantity: number }

/** Prices lines by the catalogue, with its texts in the language of a locale. @throws DomainError UNAVAILABLE with the SKUs that cannot be bought in the currency */
export async function priceLines(
  { catalog }: { catalog: Pick<Client<typeof CatalogService>, 'getProducts'> },
  wanted: Wanted[],
  { currency, locale }: { currency: string; locale: string },
): Promise<Line[]> {
  const { products } = await catalog.getProducts({ skus: wanted.map(({ sku }) => sku), locale })
  const offers = new Map(
    products.flatMap((product) => product.variants.map((variant) => [variant.sku, { product, variant }])),
  )
  const lines = wanted.map(({ sku, quantity }) => {
    const offer = offers.get(sku)
    return offer && lineOf(offer.product, offer.variant, quantity, currency)
  })
  const missing = wanted.filter((_, position) => !lines[position]).map(({ sku }) => sku)
  if (missing.length > 0) {
    throw domainError('UNAVAILABLE', 'some of this cannot be bought any more', {
      skus: missing.join(','),
    })
  }
  return lines.filter((line) => line !== undefined)
}

function lineOf(product: Product, variant: Variant, quantity: number, currency: string): Line | undefined {
  const price = variant.prices.find((entry) => entry.price?.currency === currency)?.price
  if (!price || product.status !== ProductStatus.ACTIVE) return undefined
  return {
    sku: variant.sku,
    productId: product.id,
    productSlug: product.slug,
    title: product.title,
    locale: product.locale,
    options: optionsOf(product, variant),
    imagePath: variant.image?.path || product.images[0]?.path || '',
    tintHue: product.category?.tintHue ?? 0,
    sellerId: product.seller?.id ?? '',
    sellerName: product.seller?.name ?? '',
    quantity,
    unitMinor: minorOf(price),
  }
}

const optionsOf = ({ options }: Product, variant: Variant): ChosenOption[] =>
  options.flatMap(({ name, label, locale: labelLocale, values }) => {
    const chosen = variant.options[name]
    if (chosen === undefined) return []
    const { label: value, locale: valueLocale } = values.find((each) => each.value === chosen) ?? {
      label: chosen,
      locale: '',
    }
    return [{ label, labelLocale, value, valueLocale }]
  })
