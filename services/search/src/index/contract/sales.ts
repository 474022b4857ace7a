import { describe, expect, test } from 'vitest'
import type { Amendment, ProductDocument } from '../document.ts'
import type { IndexQuery, ProductIndex } from '../port.ts'
import { type OpenIndex, put } from './opened.ts'
import { idOf, list, product, shelf, testAnalyzers, words } from './shelf.ts'

const day = (n: number) => Date.UTC(2026, 5, n)
/** Of each product its number, units and day. */
const lamps = (...rows: [n: number, sold: number, createdOn: number][]): ProductDocument[] =>
  rows.map(([n, sold, createdOn]) => product(n, { title: 'Lamp', sold, createdAtMs: day(createdOn) }))

const queries = [
  { name: 'everything', query: {} },
  { name: 'a text', query: words('lamp') },
]

/** What best selling guarantees. */
export function salesContract(open: OpenIndex): void {
  const order = async (index: ProductIndex, query: Partial<IndexQuery>) => {
    const { hits } = await index.search(list({ ...query, sort: 'best-selling' }))
    return hits.map(({ card }) => Number(card.id.slice(-12)))
  }
  const sell = async (index: ProductIndex, ...sold: [n: number, sold: number][]) => {
    const products: Amendment[] = sold.map(([n, units]) => ({
      id: idOf(n),
      inStock: product(n).inStock,
      sold: units,
    }))
    const isChanged = await index.amend(products)
    await index.settled()
    return isChanged
  }

  describe('best selling', () => {
    test.for(queries)(
      'of $name comes first what was sold most, and of equals what is newest, also without sales',
      async ({ query }) => {
        await using opened = await open(testAnalyzers)
        await put(opened.index, lamps([1, 0, 3], [2, 7, 1], [3, 0, 4], [4, 7, 2], [5, 120, 1], [6, 0, 1]))
        expect(await order(opened.index, query)).toEqual([5, 4, 2, 3, 1, 6])
      },
    )

    test.for(queries)('of $name follows what was sold since, without a revision', async ({ query }) => {
      await using opened = await open(testAnalyzers)
      const { index } = opened
      await put(index, lamps([1, 1, 1], [2, 0, 1], [3, 2, 1]))
      expect(await sell(index, [1, 1], [2, 5], [3, 2])).toBe(true)
      expect(await sell(index, [1, 1], [2, 5], [3, 2])).toBe(false)
      await put(index, lamps([2, 0, 1]))
      expect(await order(index, query)).toEqual([2, 3, 1])
      await sell(index, [2, 0], [3, 0])
      expect(await order(index, query)).toEqual([1, 3, 2])
    })

    test('a list knows whether anything of it was sold, whatever narrows it', async () => {
      await using opened = await open(testAnalyzers)
      const { index } = opened
      await put(index, shelf(0, 8, { sold: 0 }))
      const hasSales = async (query: Partial<IndexQuery>) => (await index.search(list(query))).hasSales
      const scopes: Partial<IndexQuery>[] = [
        {},
        { categorySlug: 'wear' },
        { sellerSlug: 'loom' },
        words('thing'),
        { ...words('thing'), categorySlug: 'wear', sellerSlug: 'loom' },
      ]
      const everywhere = async () => Promise.all(scopes.map(hasSales))
      expect(await everywhere()).toEqual([false, false, false, false, false])
      await sell(index, [1, 3])
      expect(await everywhere()).toEqual([true, true, true, true, true])
      expect(await hasSales({ categorySlug: 'kitchen' })).toBe(false)
      expect(await hasSales({ ...words('thing'), sellerSlug: 'press' })).toBe(false)
      const shop = (slug: string) => ({ filters: [{ name: 'seller', values: [slug] }] })
      const narrowed: Partial<IndexQuery>[] = [
        shop('loom'),
        shop('press'),
        { ...shop('loom'), ...words('thing') },
        { ...shop('press'), ...words('thing') },
        { minPriceMinor: 1500 },
        { maxPriceMinor: 1400 },
        { ...words('thing'), minPriceMinor: 1500 },
        { ...words('thing'), maxPriceMinor: 1400 },
      ]
      expect(await Promise.all(narrowed.map(hasSales))).toEqual([
        true,
        false,
        true,
        false,
        true,
        false,
        true,
        false,
      ])
      await sell(index, [1, 0])
      expect(await everywhere()).toEqual([false, false, false, false, false])
    })

    test.for(queries)(
      'sales between two pages of $name neither repeat nor skip what was not sold meanwhile',
      async ({ query }) => {
        await using opened = await open(testAnalyzers)
        const { index } = opened
        await put(index, shelf(0, 30, { title: 'Lamp' }))
        const sold = new Set<number>()
        const seen: number[] = []
        let cursor = ''
        do {
          // oxlint-disable-next-line no-await-in-loop -- page after page
          const page = await index.search(list({ ...query, sort: 'best-selling', size: 4, cursor }))
          seen.push(...page.hits.map(({ card }) => Number(card.id.slice(-12))))
          const n = 29 - sold.size
          sold.add(n)
          // oxlint-disable-next-line no-await-in-loop -- between the pages
          await sell(index, [n, 500 + n])
          cursor = page.next
        } while (cursor)
        const stayed = seen.filter((n) => !sold.has(n))
        expect(stayed.toSorted((a, b) => a - b)).toEqual([...Array(30).keys()].filter((n) => !sold.has(n)))
      },
    )
  })
}
