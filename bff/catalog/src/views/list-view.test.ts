import { create } from '@bufbuild/protobuf'
import { ListProductsResponseSchema } from '@mallhive/contracts/catalog'
import { SearchResponseSchema } from '@mallhive/contracts/search'
import { expect, test } from 'vitest'
import { toList } from './list-view.ts'

const page = { bounds: {}, errors: {}, pageLang: 'en' }
const facet = (name: string, ...values: string[]) => ({ name, values: values.map((value) => ({ value })) })

test('a facet with one value is no choice, unless it is on or off', () => {
  const list = create(ListProductsResponseSchema, {
    facets: [
      facet('colour', 'clay'),
      facet('size', 's', 'm'),
      facet('stock', 'in-stock'),
      facet('offer', 'on-sale'),
    ],
  })
  expect(toList(list, page).facets.map(({ name }) => name)).toEqual(['size', 'stock', 'offer'])
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
  const list = create(ListProductsResponseSchema, { facets: [{ name: 'category', values }] })
  expect(toList(list, page).facets[0]?.values.map(({ parent }) => parent)).toEqual([undefined, 'light'])
})
