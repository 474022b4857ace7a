import { ProductStatus } from '@mallhive/contracts/catalog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testProduct } from '../test-catalogue.ts'
import { openTestSearch, type TestSearch } from '../testing.ts'

let mall: TestSearch
beforeAll(async () => {
  mall = await openTestSearch()
  await mall.rebuild()
})
afterAll(() => mall[Symbol.asyncDispose]())

const found = async (query: string) =>
  (await mall.client.search({ query })).hits.map(({ product }) => product?.title)

test('a product is found once its event is handled, by its newest words alone', async () => {
  await mall.change(testProduct(1, { title: 'Striped jug' }))
  expect(await found('jug')).toEqual(['Striped jug'])
  await mall.change(testProduct(1, { revision: 2, title: 'Striped carafe' }))
  expect([await found('carafe'), await found('jug')]).toEqual([['Striped carafe'], []])
})

test('events that are late or come again change nothing', async () => {
  const first = testProduct(2, { title: 'Old kettle' })
  const second = testProduct(2, { revision: 2, title: 'New kettle' })
  await mall.change(second, second, first)
  expect(await found('kettle')).toEqual(['New kettle'])
})

test.each([
  ['a draft', ProductStatus.DRAFT, 'Vase'],
  ['archived', ProductStatus.ARCHIVED, 'Bowl'],
])(
  'a product that becomes %s is not found, also when an earlier event comes after that',
  async (_, status, title) => {
    const n = 10 + status
    const first = testProduct(n, { title })
    await mall.change(first)
    expect(await found(title)).toEqual([title])
    await mall.change(testProduct(n, { revision: 2, title, status }), first)
    expect(await found(title)).toEqual([])
    await mall.change(testProduct(n, { revision: 3, title }))
    expect(await found(title)).toEqual([title])
  },
)
