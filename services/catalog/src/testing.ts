import { CatalogService } from '@mallhive/contracts/catalog'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { learnNames } from './listing/learn-names.ts'
import { recountCategories } from './listing/recount.ts'
import { start } from './main.ts'
import type { ProductRecord, VariantRecord } from './product/record.ts'
import { writeProducts } from './product/write-products.ts'
import * as schema from './schema.ts'

/** Opens the service with thirty products, on a database of its own. */
export async function openTestCatalog() {
  const db = await testDb('catalog', new URL('../drizzle', import.meta.url), schema)
  await db.insert(schema.sellers).values(shops)
  await db.insert(schema.categories).values(categories)
  await db.transaction((tx) => writeProducts(tx, products))
  await learnNames(
    db,
    products.map(({ id }) => id),
  )
  await recountCategories({ db })
  const platform = testPlatform()
  await platform.start('catalog', start, testEnv({ DATABASE_URL: db.url }))
  return {
    db,
    catalog: platform.client(CatalogService),
    listen: () => platform.listen({ port: 0 }),
    async [Symbol.asyncDispose]() {
      await platform[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

export type TestCatalog = Awaited<ReturnType<typeof openTestCatalog>>

const idOf = (kind: number, n: number) => `00000000-0000-7000-8000-${kind}${n.toString().padStart(11, '0')}`
export const image = { path: 'test/bowl', alt: 'A bowl', widths: [160, 400] }

export const shops = ['kiln', 'loom', 'press'].map((slug, n) => ({
  id: idOf(1, n),
  slug,
  name: `The ${slug}`,
  about: '',
  city: 'Lisbon',
  country: 'PT',
}))

const category = (slug: string, n: number, parentId: string | null = null) => ({
  id: idOf(2, n),
  slug,
  name: slug[0]!.toUpperCase() + slug.slice(1),
  parentId,
  tintHue: 40,
  description: '',
  position: n,
  image,
})
export const categories = [
  category('kitchen', 0),
  category('wear', 1),
  category('cups', 2, idOf(2, 0)),
  category('linen', 3, idOf(2, 0)),
  category('scarves', 4, idOf(2, 1)),
]

const colours = ['clay', 'moss', 'ink']
const materials = ['Stoneware', 'Crème glass', 'Wool', '']

// Prices, dates and ratings repeat, so that every sort has ties to break.
const product = (title: string, n: number, description = 'Handmade in small batches.'): ProductRecord => {
  const slug = title.toLowerCase().replaceAll(' ', '-')
  const own = colours.filter((_, at) => n & (1 << at))
  const variant = (colour: string | undefined, at: number): VariantRecord => ({
    sku: `${slug}.${colour ?? 'one'}`,
    sellerSku: `${slug}.${colour ?? 'one'}`,
    options: colour ? { colour } : {},
    image: null,
    weightGrams: 300,
    prices: currencyCodes.map((currency) => ({
      currency,
      priceMinor: 1000 + (n % 7) * 500 + at * 100,
      wasMinor: n % 4 === 0 ? 9000 : null,
    })),
  })
  const material = materials[Math.floor(n / 3) % materials.length]!
  return {
    id: idOf(3, n),
    slug,
    title,
    description,
    categoryId: categories[2 + (n % 3)]!.id,
    sellerId: shops[n % shops.length]!.id,
    status: 'active',
    attributes: material ? [{ name: 'material', label: 'Material', value: material }] : [],
    options: own.length
      ? [
          {
            name: 'colour',
            label: 'Colour',
            values: own.map((value) => ({ value, label: value, swatch: '' })),
          },
        ]
      : [],
    images: [image],
    ratingAverage: 3 + (n % 3) / 2,
    ratingCount: (n % 4) * 10,
    featured: n < 3 ? n : null,
    createdAt: new Date(Date.UTC(2026, 0, 1 + (n % 6))).toISOString(),
    variants: own.length ? own.map(variant) : [variant(undefined, 0)],
  }
}

const titles =
  'Round teapot|Tall jug|Striped scarf|Egg cup|Table runner|Travel shawl|Ceramic mug|Napkin ring|Ribbed hat|Sugar bowl|Oven mitt|Happiness blanket|Milk pitcher|Tea towel|Winter gloves|Espresso saucer|Bread basket|Silk kerchief|Butter dish|Cushion cover|Felt slippers|Pouring kettle|Lace curtain|Knitted collar|Fermenting crock|Picnic cloth|Summer bandana|Salt cellar'.split(
    '|',
  )
export const products = [
  ...titles.map((title, n) => product(title, n)),
  product('Cosy in felt', 28, 'Keeps a teapot warm. Every teapot, any teapot: teapot after teapot.'),
  product('Strainer of steel', 31, 'It rests on the teapot.'),
]
