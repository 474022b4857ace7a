import type { ProductRecord } from '../product/record.ts'
import { idOf } from './ids.ts'

const batch = 2000

/** Generates products for load work in batches: numbered copies of the models, with prices and ages of their own. */
export function* syntheticProducts(models: ProductRecord[], count: number): Generator<ProductRecord[]> {
  for (let from = 0; from < count; from += batch) {
    yield Array.from({ length: Math.min(batch, count - from) }, (_, index) =>
      numbered(models, from + index + 1),
    )
  }
}

function numbered(models: ProductRecord[], number: number): ProductRecord {
  const model = models[number % models.length]
  if (!model) throw new Error('no model product to copy')
  const slug = `${model.slug}-${number}`
  return {
    ...model,
    id: idOf(`product ${slug}`),
    slug,
    title: `${model.title} No. ${number}`,
    featured: null,
    createdAt: new Date(Date.parse(model.createdAt) - number * 1000).toISOString(),
    variants: model.variants.map((variant) => ({
      ...variant,
      sku: `${variant.sku.slice(0, 55)}.${number}`,
      sellerSku: `${variant.sku.slice(0, 55)}.${number}`,
      prices: variant.prices.map((price) => ({
        ...price,
        priceMinor: price.priceMinor + (number % 97) * 10,
        wasMinor: null,
      })),
    })),
  }
}
