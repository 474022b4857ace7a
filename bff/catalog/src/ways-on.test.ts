import { create } from '@bufbuild/protobuf'
import { FacetSchema } from '@mallhive/contracts/catalog'
import { expect, test } from 'vitest'
import { waysOn } from './ways-on.ts'

const categories = create(FacetSchema, {
  name: 'category',
  values: [
    { value: 'home', label: 'Home', count: 12 },
    { value: 'desk', label: 'Desk', count: 2, parent: 'home' },
    { value: 'light', label: 'Light', count: 10, parent: 'home' },
  ],
})
const nothingChosen = { facets: [], isPriced: false }

test('a query is offered without each word that alone left it empty, with the category of most of its products', async () => {
  const totals: Record<string, number> = { 'desk lamp': 12, 'lamp holder': 0, 'desk holder': 3 }
  const ways = await waysOn(
    { ...nothingChosen, query: 'desk lamp  holder' },
    'en',
    async ({ query = '' }) => ({
      total: totals[query] ?? 0,
      facets: [categories],
    }),
  )
  expect(ways).toMatchObject([
    { kind: 'words', query: 'desk lamp', total: 12, category: { slug: 'light', label: 'Light' } },
    { kind: 'words', query: 'desk holder', total: 3 },
  ])
})

test('a facet or price that alone emptied a list is offered to be taken back, before words', async () => {
  const asked = { query: 'red lamp', facets: ['colour', 'size'], isPriced: true }
  const ways = await waysOn(asked, 'en', async ({ withoutFacet, withoutPrice, query }) => ({
    total: withoutFacet === 'colour' || withoutPrice || query === 'lamp' ? 14 : 0,
    facets: [],
  }))
  expect(ways).toEqual([
    { kind: 'facet', facet: 'colour', total: 14 },
    { kind: 'price', total: 14 },
    { kind: 'words', query: 'lamp', total: 14, category: undefined },
  ])
})

test('a search that fails offers nothing, the others stay', async () => {
  const ways = await waysOn({ ...nothingChosen, query: 'desk lamp' }, 'en', async ({ query }) => {
    if (query === 'desk') throw new Error('too slow')
    return { total: 1, facets: [] }
  })
  expect(ways).toMatchObject([{ query: 'lamp' }])
})

test.for(['lamp', '"desk lamp"', 'one two three four five six'])(
  '“%s” is not searched for in parts',
  async (query) => {
    const asked: unknown[] = []
    await waysOn({ ...nothingChosen, query }, 'en', async (change) => {
      asked.push(change)
      return { total: 1, facets: [] }
    })
    expect(asked).toEqual([])
  },
)
