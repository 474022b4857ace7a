import { create } from '@bufbuild/protobuf'
import { ListProductsResponseSchema } from '@mallhive/contracts/catalog'
import { SearchResponseSchema } from '@mallhive/contracts/search'
import { expect, test } from 'vitest'
import { toList } from './list-view.ts'

const page = { bounds: {}, errors: {}, pageLang: 'en' }
const facet = (name: string, ...counts: number[]) => ({
  name,
  values: counts.map((count, nth) => ({ value: `v${nth}`, count })),
})
const namesOf = (facets: ReturnType<typeof facet>[]) =>
  toList(create(ListProductsResponseSchema, { facets, total: 3 }), page).facets.map(({ name }) => name)

test('a facet with one value is no choice, unless it is on or off', () => {
  const facets = [facet('colour', 2), facet('size', 1, 2), facet('stock', 1), facet('offer', 2)]
  expect(namesOf(facets)).toEqual(['size', 'stock', 'offer'])
})

test('a facet is no choice where all products have each value, unless one is chosen', () => {
  const chosen = { name: 'colour', values: [{ value: 'clay', count: 3, selected: true }] }
  expect(namesOf([facet('category', 3, 3), facet('stock', 3)])).toEqual([])
  const list = create(ListProductsResponseSchema, { facets: [chosen], total: 3 })
  expect(toList(list, page).facets).toHaveLength(1)
})

test('ranges of prices are those that search has counted; the catalogue has none', () => {
  const { priceBuckets } = create(SearchResponseSchema, {
    priceBuckets: [{ fromMinor: 500n, toMinor: 999n, count: 3 }],
  })
  const list = create(ListProductsResponseSchema)
  expect(toList({ ...list, priceBuckets }, page).prices.buckets).toEqual([
    { fromMinor: 500, toMinor: 999, count: 3 },
  ])
  expect(toList(list, page).prices.buckets).toEqual([])
})

test('a category names the one above it', () => {
  const values = [{ value: 'light' }, { value: 'lamps', parent: 'light' }]
  const list = create(ListProductsResponseSchema, { facets: [{ name: 'category', values }], total: 3 })
  expect(toList(list, page).facets[0]?.values.map(({ parent }) => parent)).toEqual([undefined, 'light'])
})
