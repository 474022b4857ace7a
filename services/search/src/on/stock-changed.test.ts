import { ProductStatus } from '@mallhive/contracts/catalog'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { toMoney } from '@mallhive/contracts/money'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putKnown } from '../put-known.ts'
import { testProduct } from '../test-catalogue.ts'
import { openTestSearch, type TestSearch } from '../testing.ts'

let mall: TestSearch
beforeAll(async () => {
  mall = await openTestSearch()
  await mall.rebuild()
})
afterAll(() => mall[Symbol.asyncDispose]())

const inStock = { filters: [{ name: 'stock', values: ['in-stock'] }] }
const titles = async (request: Parameters<TestSearch['client']['search']>[0]) =>
  (await mall.client.search({ pageSize: 100, ...request })).hits.map(({ product }) => product?.title)

/** A product of two colours, whose SKUs are `<title>.clay` and `<title>.moss`. */
const pot = (n: number, title: string, more: Parameters<typeof testProduct>[1] = {}) =>
  testProduct(n, {
    title,
    variants: ['clay', 'moss'].map((colour) => ({
      sku: `${title}.${colour}`,
      sellerSku: `${n}${colour}`,
      options: { colour },
      prices: currencyCodes.map((currency) => ({ price: toMoney(1000, currency) })),
    })),
    ...more,
  })

test('a product is in stock while any of its variants is', async () => {
  await mall.change(pot(1, 'Urn'))
  expect(await titles(inStock)).not.toContain('Urn')
  await mall.restock(mall.inventory.set('Urn.moss', 3))
  expect(await titles(inStock)).toContain('Urn')
  await mall.restock(mall.inventory.set('Urn.clay', 1), mall.inventory.set('Urn.moss', 0))
  expect(await titles(inStock)).toContain('Urn')
  await mall.restock(mall.inventory.set('Urn.clay', 0))
  expect(await titles(inStock)).not.toContain('Urn')
})

test('stock that was told of before its product counts', async () => {
  await mall.restock(mall.inventory.set('Jar.clay', 2))
  await mall.change(pot(2, 'Jar'))
  expect(await titles(inStock)).toContain('Jar')
})

test('events that are late or come again change nothing', async () => {
  await mall.change(pot(3, 'Pan'))
  const came = mall.inventory.set('Pan.clay', 2)
  const went = mall.inventory.set('Pan.clay', 0)
  await mall.restock(went, came, went, came)
  expect(await titles(inStock)).not.toContain('Pan')
  const back = mall.inventory.set('Pan.clay', 1)
  await mall.restock(back, went, back)
  expect(await titles(inStock)).toContain('Pan')
})

test('an event without a revision is one to ask the inventory', async () => {
  await mall.change(pot(4, 'Vat'))
  mall.inventory.set('Vat.clay', 7)
  await mall.restock({ sku: 'Vat.clay', available: 0, revision: 0n })
  expect(await titles(inStock)).toContain('Vat')
})

test('what a release before moves under the same revision is learnt when it is asked for', async () => {
  await mall.change(pot(10, 'Pail'))
  const { revision } = mall.inventory.set('Pail.clay', 3)
  await mall.restock({ sku: 'Pail.clay', available: 3, revision })
  mall.inventory.set('Pail.clay', 0, revision)
  await mall.restock({ sku: 'Pail.clay', available: 0, revision: 0n })
  expect(await titles(inStock)).not.toContain('Pail')
})

test('a variant that the product has no more does not count, also when an earlier event comes after that', async () => {
  const first = pot(5, 'Tub')
  await mall.change(first)
  await mall.restock(mall.inventory.set('Tub.moss', 9))
  expect(await titles(inStock)).toContain('Tub')
  const second = pot(5, 'Tub', { revision: 2 })
  second.variants = second.variants.slice(0, 1)
  await mall.change(second, first)
  expect(await titles(inStock)).not.toContain('Tub')
  await mall.restock(mall.inventory.set('Tub.moss', 8))
  expect(await titles(inStock)).not.toContain('Tub')
})

test('of a thousand events only those that sell out or bring back change lists', async () => {
  await mall.change(pot(6, 'Bin'))
  const changes = async () => {
    const { rows } = await mall.db.execute(
      sql`select coalesce(sum(changes), 0)::int as n from search.scopes where tag = 0`,
    )
    return Number(rows[0]?.['n'])
  }
  const before = await changes()
  for (let left = 1_000; left >= 0; left -= 10) await mall.restock(mall.inventory.set('Bin.clay', left))
  expect(await changes()).toBe(before + 2)
})

test('stock that changes while its product is written for the first time counts', async () => {
  const { deps } = mall
  const put = async (documents: Parameters<typeof deps.index.put>[0]) => {
    // Another instance handles the event, and finds no document.
    await mall.restock(mall.inventory.set('Keg.clay', 4))
    await deps.index.put(documents)
  }
  await putKnown(deps, { put }, [pot(9, 'Keg')], await deps.catalogue())
  expect(await titles(inStock)).toContain('Keg')
})

test('a rebuild learns the stock of the inventory, and what is told meanwhile stays', async () => {
  const product = pot(7, 'Box')
  mall.catalogue.shelf.set(product.id, product)
  const told = mall.inventory.set('Box.clay', 0)
  mall.inventory.set('Box.clay', 5)
  await Promise.all([mall.rebuild(), mall.restock(told)])
  expect(await titles(inStock)).toEqual(['Box'])
})

test('a product that is withdrawn is in no list and count of what is in stock', async () => {
  const product = pot(8, 'Ghost')
  await mall.change(product)
  await mall.restock(mall.inventory.set('Ghost.clay', 5))
  const stocked = async () => {
    const { facets } = await mall.client.search({})
    return facets.find(({ name }) => name === 'stock')?.values[0]?.count ?? 0
  }
  const before = await stocked()
  await mall.change(pot(8, 'Ghost', { revision: 2, status: ProductStatus.ARCHIVED }))
  await mall.restock(mall.inventory.set('Ghost.clay', 0), mall.inventory.set('Ghost.clay', 8))
  expect([await stocked(), await titles(inStock)]).toEqual([
    before - 1,
    expect.not.arrayContaining(['Ghost']),
  ])
  expect((await mall.client.suggest({ query: 'gho' })).completions).toEqual([])
})
