import { CatalogService } from '@mallhive/contracts/catalog'
import { testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { start } from './main.ts'
import * as schema from './schema.ts'
import { seed } from './seed.ts'

const scope = new AsyncDisposableStack()
let mall: Awaited<ReturnType<typeof openSeededMall>>
beforeAll(async () => void (mall = await openSeededMall()), 120_000)
afterAll(() => scope.disposeAsync())

async function openSeededMall() {
  const db = scope.use(await testDb('catalog', new URL('../drizzle', import.meta.url), schema))
  // The seed migrates: it gets what a new mall has, an empty database.
  await db.execute(sql`drop schema catalog cascade`)
  await db.execute(sql`drop schema catalog_migrations cascade`)
  const env = testEnv({ DATABASE_URL: db.url })
  await seed(env, { stock: async () => {} })
  const platform = scope.use(testPlatform())
  await platform.start('catalog', start, env)
  return { catalog: platform.client(CatalogService) }
}

test('the German front, its categories, facets and pictures are German', async () => {
  const { categories } = await mall.catalog.listCategories({ locale: 'de' })
  expect(new Set(categories.map(({ locale }) => locale))).toEqual(new Set(['de']))
  const { products } = await mall.catalog.listFeatured({ locale: 'de', limit: 50 })
  expect([products.length, new Set(products.map(({ locale }) => locale))]).toEqual([24, new Set(['de'])])

  const list = await mall.catalog.listProducts({ categorySlug: 'kitchen', locale: 'de' })
  const facet = (name: string) => {
    const { label, values = [] } = list.facets.find((each) => each.name === name) ?? {}
    return [label, values.map((value) => value.label)]
  }
  expect(facet('colour')).toEqual(['Farbe', expect.arrayContaining(['Marineblau', 'Salbei'])])
  expect(facet('material')).toEqual(['Material', expect.arrayContaining(['Steinzeug', 'Gusseisen'])])
  const [, volumes] = facet('volume')
  expect(volumes).toEqual(expect.arrayContaining(['2 l', '2,5 l', '3 l']))
})

test('a German product has German options, attributes and alternative texts', async () => {
  const { product } = await mall.catalog.getProduct({ slug: 'morning-mug-with-a-wide-handle', locale: 'de' })
  expect(product).toMatchObject({ locale: 'de', title: 'Morgenbecher mit breitem Henkel' })
  expect(product?.attributes.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Material: Steinzeug',
    'Gedacht für: Kaffee',
    'Herkunft: Niederlande',
    'Maße: 9 × 9,5 cm',
    'Pflege: Spülmaschine und Mikrowelle',
  ])
  expect(product?.options.map(({ label }) => label)).toEqual(['Farbe', 'Volumen'])
  expect(product?.images.map(({ alt }) => alt)).toContain('Morgenbecher mit breitem Henkel, Salbei')
})

test('a product without a German title is found by its English one, and a German one by its own', async () => {
  const first = async (query: string) => {
    const { products } = await mall.catalog.listProducts({ query, locale: 'de' })
    return [products[0]?.title, products[0]?.locale]
  }
  expect(await first('resoleable hiking')).toEqual(['Resoleable hiking boots', 'en'])
  expect(await first('säulenkaktus')).toEqual(['Säulenkaktus', 'de'])
})
