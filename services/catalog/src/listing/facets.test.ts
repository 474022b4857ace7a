import { ProductSort, ProductStatus } from '@mallhive/contracts/catalog'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { toMoney } from '@mallhive/contracts/money'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { categories, image, openTestCatalog, products, shops, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

type Filters = { name: string; values: string[] }[]

const lists: {
  name: string
  filters: Filters
  minPriceMinor?: bigint
  maxPriceMinor?: bigint
  query?: string
}[] = [
  { name: 'nothing chosen', filters: [] },
  { name: 'a colour', filters: [{ name: 'colour', values: ['moss'] }] },
  {
    name: 'two colours, a material and a price',
    filters: [
      { name: 'colour', values: ['moss', 'ink'] },
      { name: 'material', values: ['wool'] },
    ],
    minPriceMinor: 1_500n,
    maxPriceMinor: 3_500n,
  },
  { name: 'a search in a shop', filters: [{ name: 'seller', values: ['kiln'] }], query: 'handmade' },
  {
    name: 'the same facet twice',
    filters: [
      { name: 'colour', values: ['clay'] },
      { name: 'colour', values: ['moss'] },
    ],
  },
]

test.for(lists)('with $name, each count equals the total of the list with the value chosen', async (list) => {
  const { facets } = await mall.catalog.listProducts(list)
  const all = (await mall.catalog.listProducts({})).facets
  expect(all.map((facet) => facet.name)).toEqual(['colour', 'material', 'seller'])
  for (const { name, values } of all) {
    const counted = facets.find((facet) => facet.name === name)?.values ?? []
    const others = list.filters.filter((filter) => filter.name !== name)
    for (const { value } of values) {
      const { total } = await mall.catalog.listProducts({
        ...list,
        filters: [...others, { name, values: [value] }],
      })
      // A value with a total of 0 may be missing.
      expect([name, value, counted.find((v) => v.value === value)?.count ?? 0]).toEqual([name, value, total])
    }
  }
})

test('values carry their original label and whether they are chosen', async () => {
  const filters = [{ name: 'material', values: ['creme-glass', 'gone'] }]
  const { facets } = await mall.catalog.listProducts({ filters })
  const material = facets.find((facet) => facet.name === 'material')!.values
  expect(material).toContainEqual(expect.objectContaining({ label: 'Crème glass', selected: true }))
  expect(material).not.toContainEqual(expect.objectContaining({ value: 'gone' }))
  expect(material).toContainEqual(expect.objectContaining({ value: 'wool', selected: false }))
})

test('a chosen value without products in a list has its name; one that does not exist is left out', async () => {
  const chosen = { seller: ['kiln', 'gone'], material: ['creme-glass', 'gone'] }
  const filters = Object.entries(chosen).map(([name, values]) => ({ name, values }))
  const { facets, total } = await mall.catalog.listProducts({ filters, minPriceMinor: 2n ** 40n })
  expect(total).toBe(0)
  const shown = facets.map(({ name, values }) => [name, values.map(({ label, count }) => [label, count])])
  expect(shown).toEqual([
    ['material', [['Crème glass', 0]]],
    ['seller', [['The kiln', 0]]],
  ])
})

test('price bounds are those of the list without its price filter', async () => {
  const filters = [{ name: 'colour', values: ['ink'] }]
  const all = await mall.catalog.listProducts({ filters })
  const some = await mall.catalog.listProducts({ filters, minPriceMinor: 2_000n, maxPriceMinor: 2_500n })
  expect(some.total).toBeLessThan(all.total)
  expect([some.lowestPriceMinor, some.highestPriceMinor]).toEqual([
    all.lowestPriceMinor,
    all.highestPriceMinor,
  ])
})

test('a maximum of zero lists what is free, not everything', async () => {
  expect((await mall.catalog.listProducts({ maxPriceMinor: 0n })).total).toBe(0)
  expect((await mall.catalog.listProducts({ minPriceMinor: 0n })).total).toBeGreaterThan(0)
})

test('price bounds at the limits of int64 are accepted', async () => {
  const { catalog } = mall
  const all = await catalog.listProducts({})
  expect(
    await catalog.listProducts({ minPriceMinor: -(2n ** 63n), maxPriceMinor: 2n ** 63n - 1n }),
  ).toMatchObject({
    total: all.total,
  })
  expect(await catalog.listProducts({ minPriceMinor: 2n ** 63n - 1n })).toMatchObject({
    total: 0,
    products: [],
  })
})

test('the counts of a scope are read once for all its pages and sorts, and anew after a save', async () => {
  const own = await openTestCatalog()
  await using _ = own
  const scope = { categorySlug: 'cups', currency: 'EUR' }
  const total = async (more: object = {}) => (await own.catalog.listProducts({ ...scope, ...more })).total
  const before = await total()
  const cups = products.filter(({ categoryId }) => categoryId === categories[2]!.id)
  let gone = 0
  // The service forgets everything once more when it begins to listen for notifications.
  await expect
    .poll(async () => {
      const known = await total()
      // Behind the service's back: nothing is notified.
      await own.db.execute(sql`delete from catalog.listings where product_id = ${cups[gone++]!.id}`)
      return (await total({ sort: ProductSort.PRICE_ASC, pageSize: 2 })) - known
    })
    .toBe(0)
  expect(await total({ filters: [{ name: 'seller', values: ['kiln'] }] })).toBeLessThan(before)
  const staff = actingAs(await testActor({ roles: ['admin'] }))
  const write = {
    slug: 'new-cup',
    title: 'New cup',
    categoryId: categories[2]!.id,
    shopId: shops[0]!.id,
    status: ProductStatus.ACTIVE,
    images: [image],
    variants: [
      { sellerSku: 'new-cup', prices: currencyCodes.map((code) => ({ price: toMoney(4_900, code) })) },
    ],
  }
  await own.catalog.saveProduct({ write }, staff)
  expect(await total({ minPriceMinor: 1n })).toBe(before - gone + 1)
  await own.catalog.saveProduct(
    { write: { ...write, slug: 'newer-cup', variants: [{ ...write.variants[0], sellerSku: 'newer-cup' }] } },
    staff,
  )
  expect(await total()).toBe(before - gone + 2)
})
