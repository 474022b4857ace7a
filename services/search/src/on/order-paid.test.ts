import { randomUUID } from 'node:crypto'
import { ProductSort } from '@mallhive/contracts/catalog'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetPast } from '../sales/forget-past.ts'
import { inbox, sales } from '../schema.ts'
import { testProduct } from '../test-catalogue.ts'
import { openTestSearch, type TestSearch } from '../testing.ts'

const [cup, mug, bowl] = [1, 2, 3].map((n) => testProduct(n, { title: ['Cup', 'Mug', 'Bowl'][n - 1]! })) as [
  ReturnType<typeof testProduct>,
  ReturnType<typeof testProduct>,
  ReturnType<typeof testProduct>,
]

let mall: TestSearch
beforeEach(async () => {
  mall = await openTestSearch()
  for (const product of [cup, mug, bowl]) mall.catalogue.shelf.set(product.id, product)
  await mall.rebuild()
})
afterEach(() => mall[Symbol.asyncDispose]())

const day = 24 * 60 * 60_000
const daysAgo = (days: number) => new Date(Date.now() - days * day)
const bestSelling = (more: Parameters<TestSearch['client']['search']>[0] = {}) =>
  mall.client.search({ sort: ProductSort.BEST_SELLING, ...more })
const titles = async () => {
  const { hits, hasSales } = await bestSelling()
  return hasSales ? hits.map(({ product }) => product?.title) : []
}

test('units of paid orders lead the list, which is by relevance and says so until something was sold', async () => {
  const before = await bestSelling()
  expect([before.hasSales, before.sort, before.total]).toEqual([false, ProductSort.RELEVANCE, 3])
  await mall.order({ [cup.id]: 1 })
  await mall.order({ [cup.id]: 1, [mug.id]: 3 })
  const after = await bestSelling()
  expect([after.hasSales, after.sort]).toEqual([true, ProductSort.BEST_SELLING])
  expect(await titles()).toEqual(['Mug', 'Cup', 'Bowl'])
  expect((await mall.client.search({})).sort).toBe(ProductSort.RELEVANCE)
})

test('a scope without sales is not sorted by those of others', async () => {
  await mall.order({ [cup.id]: 1 })
  const { hasSales, sort } = await bestSelling({ categorySlug: 'wear' })
  expect([hasSales, sort]).toEqual([false, ProductSort.RELEVANCE])
})

test('an order whose event comes again, also at once, counts once', async () => {
  const event = { id: randomUUID() }
  await Promise.all(Array.from({ length: 5 }, () => mall.order({ [cup.id]: 2 }, event)))
  await mall.order({ [cup.id]: 2 }, event)
  await mall.order({ [mug.id]: 3 })
  expect(await titles()).toEqual(['Mug', 'Cup', 'Bowl'])
})

test('units that were cancelled or returned are not sold', async () => {
  await mall.order({ [cup.id]: { quantity: 5, cancelled: 2, returned: 2 }, [mug.id]: 2 })
  await mall.order({ [bowl.id]: { quantity: 1, cancelled: 1 } })
  expect(await titles()).toEqual(['Mug', 'Cup', 'Bowl'])
  expect(await mall.db.select().from(sales)).toHaveLength(2)
})

test('an order counts for ninety days from the one on which it was placed, however late its event comes', async () => {
  await mall.order({ [cup.id]: 9 }, { placedAt: daysAgo(91) })
  expect(await titles()).toEqual([])
  await mall.order({ [cup.id]: 1 }, { placedAt: daysAgo(88) })
  await mall.order({ [mug.id]: 2 })
  expect(await titles()).toEqual(['Mug', 'Cup', 'Bowl'])
})

test('days that no longer count leave the index, and what is kept', async () => {
  await mall.order({ [cup.id]: 5, [mug.id]: 2 })
  await mall.db.update(sales).set({ soldOn: daysAgo(91).toISOString() })
  await mall.order({ [bowl.id]: 1 })
  expect(await titles()).toEqual(['Cup', 'Mug', 'Bowl'])
  await forgetPast(mall.deps)
  expect(await titles()).toEqual(['Bowl', 'Mug', 'Cup'])
  expect((await mall.db.select().from(sales)).map(({ productId }) => productId)).toEqual([bowl.id])
})

test('a rebuild keeps sales, also of a product that was sold before it was known', async () => {
  const jug = testProduct(4, { title: 'Jug' })
  await mall.order({ [jug.id]: 4, [cup.id]: 1 })
  mall.catalogue.shelf.set(jug.id, jug)
  await mall.rebuild()
  expect(await titles()).toEqual(['Jug', 'Cup', 'Bowl', 'Mug'])
  await mall.change(testProduct(4, { title: 'Jar', revision: 2 }))
  expect(await titles()).toEqual(['Jar', 'Cup', 'Bowl', 'Mug'])
})

test('nothing is kept of an order but the products, their units and the day', async () => {
  await mall.order({ [cup.id]: 2 })
  expect(await mall.db.select().from(sales)).toEqual([
    { productId: cup.id, soldOn: new Date().toISOString().slice(0, 10), units: 2 },
  ])
  expect(Object.keys((await mall.db.select().from(inbox))[0]!)).toEqual(['eventId', 'handledAt'])
})
