import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { create, type MessageInitShape } from '@bufbuild/protobuf'
import {
  CatalogService,
  type ProductCard,
  ProductStatus,
  type ProductWrite,
  type ProductWriteSchema,
  VariantPriceSchema,
  type VariantWrite,
  VariantWriteSchema,
} from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { InventoryService } from '@mallhive/contracts/inventory'
import { SearchService } from '@mallhive/contracts/search'
import { openSeed as openStock } from '@mallhive/service-cart/seed'
import { seed as seedCatalog } from '@mallhive/service-catalog/seed'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor, testDb, testEnv, testPartKey, testPlatform } from '@mallhive/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openAws } from '../engines/aws.ts'
import { seedSearch } from './seed-search.ts'
import { serviceModules } from './service-modules.ts'
import { wipeState } from './wipe-state.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())
let mall: Awaited<ReturnType<typeof openSeededMall>>
beforeAll(async () => void (mall = await openSeededMall()), 120_000)

/** The seeded catalogue and its index, with a bus of their own: the queue of another test's search would receive the events. */
async function openSeededMall() {
  const stateDir = mkdtempSync(join(tmpdir(), 'aws-'))
  resources.defer(() => wipeState(stateDir))
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const aws = await openAws({ stateDir, logDir: join(stateDir, 'logs'), durable: false, credentials })
  resources.defer(async () => aws.part?.stop())
  const envOf = async (name: 'catalog' | 'cart' | 'search') => {
    const migrations = new URL(`../../../../services/${name}/drizzle`, import.meta.url)
    const db = resources.use(await testDb(name, migrations, {}))
    return testEnv({ AWS_ENDPOINT_URL: aws.url, DATABASE_URL: db.url, PART_KEY: testPartKey(name) })
  }
  const env = { catalog: await envOf('catalog'), cart: await envOf('cart'), search: await envOf('search') }
  {
    await using stock = await openStock(env.cart)
    await seedCatalog(env.catalog, { stock: stock.stock })
  }
  const told: string[] = []
  await seedSearch(env, (howFar) => told.push(howFar))

  const platform = resources.use(testPlatform())
  for (const name of ['catalog', 'cart', 'search'] as const) {
    const { start } = await serviceModules[name].main()
    await platform.start(name, start, env[name])
  }
  return {
    told,
    catalog: platform.client(CatalogService),
    inventory: platform.client(InventoryService),
    search: platform.client(SearchService),
    rest: await platform.listen({ port: 0 }),
    asStaff: actingAs(await testActor({ roles: ['admin'] })),
  }
}

type Change = Exclude<MessageInitShape<typeof ProductWriteSchema>, ProductWrite>

async function save(id: string, change: (variants: VariantWrite[]) => Change): Promise<void> {
  const { product } = await mall.catalog.getShopProduct({ id }, mall.asStaff)
  const { $typeName: _, category, seller, ...fields } = product!
  const variants = fields.variants.map(({ $typeName: __, ...variant }) => create(VariantWriteSchema, variant))
  const write = { ...fields, categoryId: category!.id, shopId: seller!.id, variants, ...change(variants) }
  await mall.catalog.saveProduct({ write }, mall.asStaff)
}

test('the seed fills the index with every product', async () => {
  const { total } = await mall.catalog.listProducts({})
  expect((await mall.search.search({})).total).toBe(total)
  expect(mall.told.at(-1)).toBe(`${total} of ${total} products in the search index`)
})

test.each(['en', 'de'])('lists of both have the same facets, counts and order (%s)', async (locale) => {
  for (const list of [{}, { categorySlug: 'kitchen' }, { sellerSlug: 'kiln-and-kettle' }]) {
    const request = { ...list, locale, filters: [{ name: 'colour', values: ['clay'] }] }
    const [{ facets: own, ...expected }, { facets, hits, ...found }] = await Promise.all([
      mall.catalog.listProducts(request),
      mall.search.search(request),
    ])
    expect(facets.filter(({ name }) => !['category', 'stock', 'offer', 'rating'].includes(name))).toEqual(own)
    const { total, lowestPriceMinor, highestPriceMinor } = expected
    expect(found).toMatchObject({ total, lowestPriceMinor, highestPriceMinor })
    expect(hits.map(({ product }) => product?.slug)).toEqual(expected.products.map(({ slug }) => slug))
    // The search shows the picture of the colour.
    const shown = (product?: ProductCard) => ({ ...product, image: undefined })
    expect(hits.map(({ product }) => shown(product))).toEqual(expected.products.map(shown))
  }
})

test('a changed price, text and state of a product reach the index by themselves', async () => {
  const { products } = await mall.catalog.listProducts({ query: 'mug' })
  const { id } = products[0]!
  const shown = async (query: string) => {
    const { hits } = await mall.search.search({ query, locale: 'en' })
    return hits.map(({ product }) => product).find((product) => product?.id === id)
  }
  await save(id, (variants) => ({
    title: 'Zanzibar mug',
    variants: variants.map((variant) => ({
      ...variant,
      prices: ['EUR', 'USD'].map((currency) =>
        create(VariantPriceSchema, { price: toMoney(4_321, currency) }),
      ),
    })),
  }))
  await expect.poll(async () => (await shown('mug'))?.price?.price?.minor, { timeout: 10_000 }).toBe(4_321n)
  expect((await shown('mug'))?.title).toBe('Zanzibar mug')
  await save(id, () => ({ status: ProductStatus.ARCHIVED }))
  await expect.poll(() => shown('mug')).toBeUndefined()
  await save(id, () => ({ status: ProductStatus.ACTIVE }))
  await expect.poll(async () => (await shown('mug'))?.title).toBe('Zanzibar mug')
})

test('a product that sells out leaves what is in stock by itself, and returns to it', async () => {
  const inStock = { filters: [{ name: 'stock', values: ['in-stock'] }] }
  const { hits, total } = await mall.search.search(inStock)
  expect(total).toBeGreaterThan(hits.length)
  const { id, skus } = hits[0]!.product!
  const set = (onHand: number) =>
    Promise.all(skus.map((sku) => mall.inventory.setStock({ sku, onHand }, mall.asStaff)))
  const found = async () => {
    const first = await mall.search.search(inStock)
    return first.hits.some(({ product }) => product?.id === id)
  }
  await set(0)
  await expect.poll(found, { timeout: 10_000 }).toBe(false)
  expect((await mall.search.search(inStock)).total).toBe(total - 1)
  await set(5)
  await expect.poll(found, { timeout: 10_000 }).toBe(true)
})

test('the catalogue’s REST search answers as the search does', async () => {
  const { hits } = await mall.search.search({ query: 'sneakers', pageSize: 5 })
  const answer = await fetch(`${mall.rest}/rest/catalog/v1/search?q=sneakers&limit=5`)
  const { products } = (await answer.json()) as { products: { slug: string }[] }
  expect(products.length).toBeGreaterThan(0)
  expect(products.map(({ slug }) => slug)).toEqual(hits.map(({ product }) => product?.slug))
})
