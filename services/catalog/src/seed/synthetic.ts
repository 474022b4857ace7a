import type { ProductRecord } from '../product/record.ts'
import { shops } from './catalogue/shops.ts'
import { idOf } from './ids.ts'

const batch = 2000

/** Generated products that the shops of one generation share: 250 each. */
const perGeneration = 2000

const generationOf = (number: number): number => Math.floor((number - 1) / perGeneration)

/** Returns the shops of `count` generated products besides the hand-written ones: numbered copies of these. */
export function syntheticShops(count: number) {
  return Array.from({ length: Math.max(0, generationOf(count)) }, (_, index) =>
    shops.map(({ slug, name, ...shop }) => ({
      ...shop,
      id: shopIdOf(slug, index + 1),
      slug: `${slug}-${index + 2}`,
      name: `${name} No. ${index + 2}`,
    })),
  ).flat()
}

/** Returns the id of the shop that stands for a hand-written one in a generation; the first one is itself. */
function shopIdOf(slug: string, generation: number): string {
  const own = shops.find((shop) => shop.slug === slug)?.id ?? ''
  return generation === 0 ? own : idOf(`shop ${slug}-${generation + 1}`)
}

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
  const shop = shops.find(({ id }) => id === model.sellerId)?.slug ?? ''
  return {
    ...model,
    id: idOf(`product ${slug}`),
    slug,
    sellerId: shopIdOf(shop, generationOf(number)),
    title: `${model.title} No. ${number}`,
    featured: null,
    translations: undefined,
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
