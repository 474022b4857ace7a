import { ProductSort } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeCatalogue, testProduct } from '../test-catalogue.ts'
import { openTestSearch, type TestSearch } from '../testing.ts'

const scarf = { id: '', slug: 'scarves', name: 'Scarves' }
const size = (value: string) => ({ name: 'size', value, label: value.toUpperCase() })
const moss = { name: 'colour', value: 'moss', label: 'Moss' }

let mall: TestSearch
beforeAll(async () => {
  const products = [
    testProduct(1),
    testProduct(2, { tags: [moss] }),
    testProduct(3, { title: 'Striped scarf', category: scarf, tags: [moss, size('l'), size('s')] }),
    testProduct(4, {
      title: 'Silk scarf',
      category: scarf,
      tags: [size('m'), size('s')],
      variants: ['clay', 'moss'].map((colour) => ({
        sku: `cup-4.${colour}`,
        options: { colour },
        prices: [{ price: toMoney(1400, 'EUR') }],
        image: { path: `scarf/${colour}`, widths: [160] },
      })),
    }),
    testProduct(5, {
      title: 'Milk jug',
      translations: { translations: [{ locale: 'de', title: 'Milchkanne', description: 'Für Milch.' }] },
    }),
  ]
  mall = await openTestSearch(fakeCatalogue(products))
  await mall.rebuild()
})
afterAll(() => mall[Symbol.asyncDispose]())

type Request = Parameters<TestSearch['client']['search']>[0]
const search = (request: Request) => mall.client.search(request)
const slugs = async (request: Request) => (await search(request)).hits.map(({ product }) => product?.slug)

test('facets are labelled in the language of the request and keep the mall’s order', async () => {
  const { facets } = await search({ locale: 'de' })
  expect(facets.map(({ name, label, locale }) => [name, label, locale])).toEqual([
    ['category', '', ''],
    ['colour', 'Farbe', 'de'],
    ['size', 'Size', 'en'],
    ['seller', '', ''],
  ])
  const valuesOf = (name: string) =>
    facets
      .find((facet) => facet.name === name)
      ?.values.map(({ value, label, locale, count }) => [value, label, locale, count])
  expect(valuesOf('colour')).toEqual([
    ['moss', 'Moss', 'en', 2],
    ['clay', 'Ton', 'de', 2],
  ])
  expect(valuesOf('size')).toEqual([
    ['s', 'S', '', 2],
    ['m', 'M', '', 1],
    ['l', 'L', '', 1],
  ])
  expect(valuesOf('seller')).toEqual([['kiln', 'The Kiln', '', 5]])
  expect(valuesOf('category')).toEqual(
    expect.arrayContaining([
      ['kitchen', 'Küche', 'de', 3],
      ['cups', 'Tassen', 'de', 3],
      ['scarves', 'Schals', 'de', 2],
    ]),
  )
})

test('ratings are counted from the best on, each with all that are better', async () => {
  const rated = testProduct(1, { ratingAverage: 4.2, ratingCount: 3 })
  const better = testProduct(2, { ratingAverage: 4.5, ratingCount: 1 })
  await using own = await openTestSearch(fakeCatalogue([rated, better, testProduct(3)]))
  await own.rebuild()
  const { facets } = await own.client.search({})
  const { values } = facets.find(({ name }) => name === 'rating')!
  expect(values.map(({ value, count }) => [value, count])).toEqual([
    ['4.5', 1],
    ['4', 2],
    ['3', 2],
  ])
  const { total } = await own.client.search({ filters: [{ name: 'rating', values: ['4'] }] })
  expect(total).toBe(2)
})

test('a category names the one above', async () => {
  const { facets } = await search({})
  const { values } = facets.find(({ name }) => name === 'category')!
  expect(Object.fromEntries(values.map(({ value, parent }) => [value, parent]))).toEqual({
    kitchen: '',
    cups: 'kitchen',
    wear: '',
    scarves: 'wear',
  })
})

test('a chosen value without products stays in its facet', async () => {
  const { facets, total } = await search({
    categorySlug: 'cups',
    filters: [{ name: 'size', values: ['l'] }],
  })
  expect(total).toBe(0)
  expect(facets.find(({ name }) => name === 'size')?.values).toMatchObject([
    { value: 'l', label: 'L', count: 0, selected: true },
  ])
})

test.each(['colour', 'category', 'seller', 'stock', 'offer', 'rating'])(
  'a chosen value that does not exist finds nothing and is no value of %s',
  async (name) => {
    const values = ['Call 0800-SCAM', 'on-sale EUR', '9']
    const { facets, total } = await search({ filters: [{ name, values }] })
    expect(total).toBe(0)
    expect(
      facets.find((facet) => facet.name === name)?.values.filter(({ selected }) => selected) ?? [],
    ).toEqual([])
  },
)

test.each([
  ['offer', 'on-sale'],
  ['rating', '4.5'],
  ['category', 'scarves'],
  ['seller', 'kiln'],
])('the %s “%s” stays chosen in a list without it', async (name, value) => {
  const { facets } = await search({ filters: [{ name, values: [value] }], minPriceMinor: 1_000_000n })
  expect(facets.find((facet) => facet.name === name)?.values).toMatchObject([
    { value, count: 0, selected: true },
  ])
})

test('the answer is in the language of the request, untranslated products in their own', async () => {
  const { hits } = await search({ query: 'milchkanne', locale: 'de' })
  expect(hits).toMatchObject([{ product: { slug: 'cup-5', title: 'Milchkanne', locale: 'de' } }])
  const own = await search({ query: 'scarf', locale: 'de' })
  expect(own.hits.map(({ product }) => product?.locale)).toEqual(['en', 'en'])
})

test('a price in the query is a filter, which the request’s own bounds replace', async () => {
  const understood = await search({ query: 'scarf under 13', sort: ProductSort.PRICE_ASC })
  expect(understood.hits.map(({ product }) => product?.slug)).toEqual(['cup-3'])
  expect(understood.understood?.price).toMatchObject({ maxMinor: 1300n })
  expect(understood.notes.map(({ note }) => note.case)).toContain('price')
  const chosen = await search({ query: 'scarf under 13', minPriceMinor: 1400n })
  expect(chosen.hits.map(({ product }) => product?.slug)).toEqual(['cup-4'])
  expect(chosen.understood?.price?.maxMinor).toBeUndefined()
})

test.each(['the kiln', 'the kiln under 14', 'under 14'])('%s alone lists what it filters', async (query) => {
  const { hits, notes } = await search({ query, sort: ProductSort.PRICE_ASC })
  expect(hits.slice(0, 3).map(({ product }) => product?.slug)).toEqual(['cup-1', 'cup-2', 'cup-3'])
  expect(notes).not.toEqual([])
})

test('a price in another currency than that of the list filters nothing, and is named', async () => {
  const { hits, notes, understood } = await search({ query: 'Scarf under $13', sort: ProductSort.PRICE_ASC })
  expect(hits.map(({ product }) => product?.slug)).toEqual(['cup-3', 'cup-4'])
  expect(notes.map(({ note }) => note)).toEqual([{ case: 'foreignPrice', value: 'under $13' }])
  expect(understood?.price?.maxMinor).toBeUndefined()
  const alone = await search({ query: 'under $13', sort: ProductSort.PRICE_ASC })
  expect(alone.hits[0]?.product?.slug).toBe('cup-1')
})

test('a text without a word finds nothing', async () => {
  expect(await slugs({ query: '!!!' })).toEqual([])
})

test('a word that a product lacks is named', async () => {
  const { hits } = await search({ query: 'striped Silk scarf' })
  expect(hits.map(({ product, missing }) => [product?.slug, missing])).toContainEqual(['cup-3', ['Silk']])
})

test('a hit tells which words of its title match, and what else does', async () => {
  const { hits } = await search({ query: 'wear scarf', sort: ProductSort.PRICE_ASC })
  expect(hits[0]).toMatchObject({
    product: { title: 'Striped scarf' },
    titleMatches: [{ start: 8, length: 5 }],
    excerpt: {
      text: 'Wear › Scarves',
      matches: [
        { start: 0, length: 4 },
        { start: 7, length: 7 },
      ],
      locale: 'en',
    },
  })
})

test('a hit is shown in the colour that is asked for, and names it', async () => {
  const shown = async (request: Request) =>
    (await search(request)).hits.map(({ product, options }) => [product?.slug, product?.image?.path, options])
  expect(await shown({ query: 'silk scarf moss' })).toContainEqual([
    'cup-4',
    'scarf/moss',
    { colour: 'moss' },
  ])
  expect(await shown({ query: 'silk scarf' })).toContainEqual(['cup-4', 'test/cup', {}])
})

test('filters that are no facets are ignored; the same facet twice is one filter', async () => {
  expect(await slugs({ filters: [{ name: 'care', values: ['by-hand'] }] })).toHaveLength(5)
  const colours = ['moss', 'clay'].map((value) => ({ name: 'colour', values: [value] }))
  expect(await slugs({ filters: colours })).toHaveLength(4)
})

test.each<[string, Request, string]>([
  ['a category', { categorySlug: 'garage' }, 'CATEGORY_NOT_FOUND'],
  ['a currency', { currency: 'GBP' }, 'CURRENCY_UNKNOWN'],
  ['a cursor', { cursor: 'zzz' }, 'BAD_CURSOR'],
])('%s that is unknown is refused', async (_, request, reason) => {
  await expect(search(request)).rejects.toMatchObject({ reason })
})

test('more filter values than a page has are refused', async () => {
  const values = Array.from({ length: 201 }, (_, n) => `v${n}`)
  await expect(search({ filters: [{ name: 'colour', values }] })).rejects.toMatchObject({
    reason: 'TOO_MANY',
  })
})

test('suggestions are products, categories and shops', async () => {
  const { products, categories } = await mall.client.suggest({ query: 'tass', locale: 'de' })
  expect(categories).toMatchObject([{ slug: 'cups', name: 'Tassen', locale: 'de' }])
  expect(products.map(({ slug }) => slug).toSorted()).toEqual(['cup-1', 'cup-2', 'cup-5'])
  const { shops } = await mall.client.suggest({ query: 'kil' })
  expect(shops).toMatchObject([{ slug: 'kiln', name: 'The Kiln', city: 'Lisbon' }])
  const cards = await mall.client.suggest({ query: 'scar', limit: 1 })
  expect(cards.products).toHaveLength(1)
  const jugs = await mall.client.suggest({ query: 'jugs under 30' })
  expect(jugs.products.map(({ title }) => title)).toEqual(['Milk jug'])
})

test('a list by best selling has all its pages where nothing was sold', async () => {
  const slugsFrom = async (cursor: string): Promise<(string | undefined)[]> => {
    const { hits, nextCursor } = await search({ sort: ProductSort.BEST_SELLING, pageSize: 2, cursor })
    const shown = hits.map(({ product }) => product?.slug)
    return nextCursor ? [...shown, ...(await slugsFrom(nextCursor))] : shown
  }
  expect(await slugsFrom('')).toEqual(await slugs({}))
})
