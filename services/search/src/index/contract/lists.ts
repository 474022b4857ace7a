import { describe, expect, test } from 'vitest'
import { currencyCodes } from '@mallhive/contracts/currencies'
import type { IndexQuery, IndexSort } from '../port.ts'
import { type OpenIndex, put, withIndex } from './opened.ts'
import { idOf, list, product, shelf, testAnalyzers, words } from './shelf.ts'

const chosen: (Partial<IndexQuery> & { name: string })[] = [
  { name: 'nothing chosen' },
  { name: 'a colour', filters: [{ name: 'colour', values: ['moss'] }] },
  {
    name: 'two colours, a material and a price',
    filters: [
      { name: 'colour', values: ['moss', 'ink'] },
      { name: 'material', values: ['wool', 'glass'] },
    ],
    minPriceMinor: 1000,
    maxPriceMinor: 2000,
  },
  { name: 'a text and a shop', filters: [{ name: 'seller', values: ['kiln'] }], ...words('hand lamp') },
  { name: 'a category', categorySlug: 'kitchen', filters: [{ name: 'material', values: ['linen'] }] },
  { name: 'a shop', sellerSlug: 'loom', filters: [{ name: 'category', values: ['cups'] }] },
  { name: 'what is in stock', filters: [{ name: 'stock', values: ['in-stock'] }] },
  {
    name: 'what is in stock and on sale, a colour and a text',
    filters: [
      { name: 'stock', values: ['in-stock'] },
      { name: 'offer', values: ['on-sale'] },
      { name: 'colour', values: ['moss', 'clay'] },
    ],
    ...words('hand lamp'),
  },
  { name: 'a value that its facet lacks', filters: [{ name: 'stock', values: ['unknown'] }] },
  {
    name: 'the same facet twice',
    filters: [
      { name: 'colour', values: ['clay'] },
      { name: 'colour', values: ['moss'] },
    ],
  },
]

const sorts: IndexSort[] = ['relevance', 'newest', 'price-asc', 'price-desc', 'rating', 'best-selling']

/** What lists guarantee: counts, bounds, pages. */
export function listContract(open: OpenIndex): void {
  describe('lists', () => {
    const { find } = withIndex(
      () => open(testAnalyzers),
      [...shelf(0, 20), ...shelf(20, 30, { title: 'Lamp', description: 'Lit by hand.' })],
    )

    test.for(chosen)(
      'with $name, each count equals the total of the list with the value chosen',
      async (query) => {
        const { counts } = await find(query)
        const all = (await find()).counts
        expect(new Set(all.map(({ name }) => name))).toEqual(
          new Set(['colour', 'material', 'seller', 'category', 'rating', 'stock', 'offer']),
        )
        for (const { name, value } of all) {
          const others = (query.filters ?? []).filter((filter) => filter.name !== name)
          const { total } = await find({ ...query, filters: [...others, { name, values: [value] }] })
          const counted = counts.find((each) => each.name === name && each.value === value)?.count ?? 0
          expect([name, value, counted]).toEqual([name, value, total])
        }
      },
    )

    test('several values of a facet find the products with any of them', async () => {
      const colour = async (...values: string[]) =>
        (await find({ filters: [{ name: 'colour', values }] })).hits.map(({ card }) => card.id)
      const either = new Set([...(await colour('moss')), ...(await colour('ink'))])
      expect(new Set(await colour('moss', 'ink'))).toEqual(either)
      expect(await colour('unknown')).toEqual([])
    })

    test.for(chosen)(
      'with $name, ranges of prices add up to the list without its price, and each counts its list',
      async (filtered) => {
        const query = { ...filtered, minPriceMinor: undefined, maxPriceMinor: undefined }
        const { buckets, total, lowestMinor, highestMinor } = await find(query)
        const narrowed = await find({ ...query, minPriceMinor: 1200, maxPriceMinor: 1600 })
        expect(narrowed.buckets).toEqual(buckets)
        expect(buckets.length > 0).toBe(lowestMinor < highestMinor)
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(buckets.length > 0 ? total : 0)
        for (const { fromMinor, toMinor, count } of buckets) {
          const chosenRange = await find({ ...query, minPriceMinor: fromMinor, maxPriceMinor: toMinor })
          expect([fromMinor, chosenRange.total]).toEqual([fromMinor, count])
        }
      },
    )

    test('what is on sale depends on the currency', async () => {
      const onSale = { filters: [{ name: 'offer', values: ['on-sale'] }] }
      const { hits, total } = await find(onSale)
      expect(hits.filter(({ card }) => (card.wasMinor ?? 0) > card.priceMinor)).toHaveLength(total)
      expect(total).toBe(8)
      const dollars = await find({ currency: 'USD' })
      expect(dollars.counts.filter(({ name }) => name === 'offer')).toEqual([])
      expect((await find({ ...onSale, currency: 'USD' })).total).toBe(0)
    })

    test('price bounds are those of the list without its price filter; the filter includes both ends', async () => {
      const filters = [{ name: 'colour', values: ['ink'] }]
      const all = await find({ filters })
      const some = await find({ filters, minPriceMinor: 1500, maxPriceMinor: 2000 })
      expect([some.lowestMinor, some.highestMinor]).toEqual([all.lowestMinor, all.highestMinor])
      const prices = new Set(some.hits.map(({ card }) => card.priceMinor))
      expect(prices).toEqual(new Set([1500, 2000]))
      expect((await find({ maxPriceMinor: 0 })).total).toBe(0)
      expect((await find({ minPriceMinor: Number.MAX_SAFE_INTEGER })).total).toBe(0)
    })

    test('a category includes its children; an unknown category or shop is empty', async () => {
      expect((await find({ categorySlug: 'kitchen' })).total).toBe(
        (await find({ categorySlug: 'cups' })).total,
      )
      const unknown = await find({ categorySlug: 'garage' })
      expect([unknown.total, unknown.hits, unknown.counts]).toEqual([0, [], []])
      expect((await find({ sellerSlug: `'; drop` })).total).toBe(0)
    })

    test.for([...sorts.map((sort) => ({ sort })), ...sorts.map((sort) => ({ sort, ...words('hand lamp') }))])(
      'by $sort, pages contain each product exactly once, forth, back and by number',
      async (query) => {
        const all = await find(query)
        expect([all.next, all.previous]).toEqual(['', ''])
        expect(all.hits.length).toBe(all.total)
        const forth = [await find({ ...query, size: 4 })]
        while (forth.at(-1)!.next) forth.push(await find({ ...query, size: 4, cursor: forth.at(-1)!.next }))
        const ids = (pages: typeof forth) => pages.map(({ hits }) => hits.map(({ card }) => card.id))
        expect(ids(forth).flat()).toEqual(ids([all]).flat())
        expect(new Set(forth.map(({ total }) => total))).toEqual(new Set([all.total]))
        const back = [forth.at(-1)!]
        while (back[0]!.previous) back.unshift(await find({ ...query, size: 4, cursor: back[0]!.previous }))
        expect(ids(back)).toEqual(ids(forth))
        const numbered = await Promise.all(forth.map((_, at) => find({ ...query, size: 4, offset: 4 * at })))
        const withPlaces = (pages: typeof forth) =>
          pages.map(({ hits, next, previous }) => [hits.map(({ card }) => card.id), next, previous])
        expect(withPlaces(numbered)).toEqual(withPlaces(forth))
        const beyond = await find({ ...query, size: 4, offset: 4 * forth.length })
        expect([beyond.total, beyond.hits, beyond.next]).toEqual([all.total, [], ''])
      },
    )

    test('each sort has its order', async () => {
      const cards = async (sort: IndexSort) => (await find({ sort })).hits.map(({ card }) => card)
      const up = (await cards('price-asc')).map(({ priceMinor }) => priceMinor)
      expect(up).toEqual(up.toSorted((a, b) => a - b))
      expect(await cards('price-desc')).toEqual((await cards('price-asc')).toReversed())
      expect((await cards('newest'))[0]!.id).toBe(idOf(29))
      const best = [(await cards('rating'))[0]!, (await cards('relevance'))[0]!]
      expect(best.map(({ ratingAverage, ratingCount }) => [ratingAverage, ratingCount])).toEqual([
        [4, 20],
        [4, 20],
      ])
    })

    test.for([
      ['not base64', '%%%'],
      ['malformed', Buffer.from('{"a":1}').toString('base64url')],
      ['very long', 'A'.repeat(20_000)],
      ...[1e300, -1e300].map((key) => [
        `at ${key}`,
        Buffer.from(JSON.stringify(['relevance', 'after', key, idOf(1), 'all', [], ''])).toString(
          'base64url',
        ),
      ]),
    ])('a cursor that is %s is refused', async ([, cursor]) => {
      await expect(find({ cursor: cursor! })).rejects.toMatchObject({ reason: 'BAD_CURSOR' })
    })

    test('a cursor of another sort is refused', async () => {
      const { next } = await find({ sort: 'newest', size: 2 })
      await expect(find({ sort: 'rating', cursor: next })).rejects.toMatchObject({ reason: 'BAD_CURSOR' })
    })
  })

  test('a product is listed in the currencies that it has a price in', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const document = product(1)
    const [sold, unsold] = [currencyCodes[0]!, currencyCodes[1]!]
    await put(index, [{ ...document, prices: document.prices.filter(({ currency }) => currency === sold) }])
    expect((await index.search(list())).total).toBe(1)
    expect((await index.search(list({ currency: unsold }))).total).toBe(0)
    expect((await index.search(list({ currency: unsold, ...words('thing') }))).total).toBe(0)
    const typed = { text: 'thi', locale: 'en', limit: 6 } as const
    expect((await index.suggest({ ...typed, currency: sold })).products).toHaveLength(1)
    expect((await index.suggest({ ...typed, currency: unsold })).products).toEqual([])
  })
}
