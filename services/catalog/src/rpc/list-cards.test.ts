import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCatalog, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

test('cards by id are those of a list, each once, without products that are not for sale', async () => {
  const { products } = await mall.catalog.listProducts({ pageSize: 3, currency: 'USD', locale: 'de' })
  const [first, gone, third] = products.map(({ id }) => id) as [string, string, string]
  await mall.db.execute(sql`delete from catalog.listings where product_id = ${gone}`)
  const cards = async (...ids: string[]) =>
    (await mall.catalog.listCards({ ids, currency: 'USD', locale: 'de' })).products
  expect(await cards(third, 'no-id', gone)).toEqual([products[2]])
  expect(await cards(first, first)).toEqual([products[0]])
  expect(await cards()).toEqual([])
})

test('cards of more than a hundred products or of an unknown currency are refused', async () => {
  const ids = Array.from({ length: 101 }, () => '00000000-0000-7000-8000-300000000001')
  await expect(mall.catalog.listCards({ ids })).rejects.toMatchObject({ reason: 'TOO_MANY' })
  await expect(mall.catalog.listCards({ currency: 'GBP' })).rejects.toMatchObject({
    reason: 'CURRENCY_UNKNOWN',
  })
})
