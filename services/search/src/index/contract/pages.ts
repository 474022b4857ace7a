import { describe, expect, test } from 'vitest'
import type { IndexQuery, IndexSort } from '../port.ts'
import { type OpenIndex, put, withIndex } from './opened.ts'
import { list, product, shelf, testAnalyzers, words } from './shelf.ts'

/** What pages guarantee while products are written between them. */
export function pageContract(open: OpenIndex): void {
  describe('lists under writes', () => {
    const opened = withIndex(() => open(testAnalyzers), shelf(0, 30, { title: 'Lamp' }))

    test.for([
      { name: 'everything', query: {} },
      { name: 'a text', query: words('lamp hand') },
    ])(
      'writes between two pages of $name neither repeat nor skip what stays',
      async ({ query }, { task }) => {
        const { index, find } = opened
        const before = await find(query)
        const seen: string[] = []
        let page = await find({ ...query, size: 5 })
        for (let n = 0; ; n++) {
          seen.push(...page.hits.map(({ card }) => card.id))
          if (!page.next) break
          const base = 100 + n * 10 + (task.name.includes('text') ? 500 : 0)
          await put(
            index,
            shelf(base, base + 10, { title: 'Lamp by hand', ratingCount: 999, ratingAverage: 5 }),
          )
          page = await find({ ...query, size: 5, cursor: page.next })
        }
        expect(new Set(seen).size).toBe(seen.length)
        for (const { card } of before.hits) expect(seen).toContain(card.id)
      },
    )

    test('counts follow each write', async () => {
      const { index, find } = opened
      const colour = async () =>
        (await find({ categorySlug: 'wear' })).counts.find(({ value }) => value === 'moss')?.count ?? 0
      const before = await colour()
      const red = product(991, { facets: [{ name: 'colour', value: 'moss' }] })
      await put(index, [red])
      expect(await colour()).toBe(before + 1)
      await put(index, [{ ...red, revision: 2, facets: [] }])
      expect(await colour()).toBe(before)
      await put(index, [{ ...red, revision: 3 }])
      await index.remove([{ id: red.id, revision: 4 }])
      await index.settled()
      expect(await colour()).toBe(before)
    })
  })

  test('products that were written apart are counted on each page', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, shelf(0, 4, { priceMinor: 1000 }))
    await put(index, shelf(4, 8, { priceMinor: 2000 }))
    for (const sort of ['price-asc', 'price-desc'] as const) {
      const first = await index.search(list({ sort, size: 5 }))
      const second = await index.search(list({ sort, size: 5, cursor: first.next }))
      expect([first.total, second.total, second.hits.length]).toEqual([8, 8, 3])
      expect(second.counts).toEqual(first.counts)
    }
  })

  test.for(['price-desc', 'newest', 'rating', 'relevance', 'best-selling'] as const)(
    'a list that comes last of all by %s is read whole, to its end and back',
    async (sort) => {
      await using opened = await open(testAnalyzers)
      const { index } = opened
      const first = { createdAtMs: Date.UTC(2026, 5, 1), ratingAverage: 5, ratingCount: 500, sold: 99 }
      const categorySlugs = ['wear', 'scarves']
      await put(index, shelf(0, 450, { ...first, categorySlugs, priceMinor: 9000 }))
      await put(index, shelf(450, 455, { categorySlugs: ['kitchen', 'cups'] }))
      const find = (more: Partial<IndexQuery>) =>
        index.search(list({ sort, categorySlug: 'kitchen', ...more }))
      const whole = (await find({})).hits.map(({ card }) => card.id)
      expect(whole.length).toBe(5)
      const forward = []
      let page = await find({ size: 1 })
      for (; page.next; page = await find({ size: 1, cursor: page.next })) forward.push(page.hits[0]?.card.id)
      expect([...forward, page.hits[0]?.card.id]).toEqual(whole)
      const back = []
      for (; page.previous; page = await find({ size: 1, cursor: page.previous }))
        back.unshift(page.hits[0]?.card.id)
      expect([page.hits[0]?.card.id, ...back]).toEqual(whole)
      const third = await find({ size: 1, offset: 2 })
      expect(third.hits.map(({ card }) => card.id)).toEqual(whole.slice(2, 3))
    },
  )

  test('words that products have only after the first page do not shorten the list', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, shelf(0, 12, { title: 'Lamp' }))
    const query = list({ ...words('lamp zebra unicorn'), size: 5 })
    const first = await index.search(query)
    await put(index, [product(20, { title: 'Zebra unicorn' })])
    const second = await index.search({ ...query, cursor: first.next })
    expect(second.hits.map(({ card }) => card.title)).toEqual(Array(5).fill('Lamp'))
  })

  test('a text that is read otherwise after the first page goes on', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, shelf(0, 12, { title: 'Lamp by hand' }))
    const pages = async (sort: IndexSort) => {
      const first = await index.search(list({ ...words('lamp'), sort, size: 5 }))
      const second = await index.search(list({ ...words('lamp hand'), sort, size: 12, cursor: first.next }))
      return [...first.hits, ...second.hits].map(({ card }) => card.id)
    }
    expect(new Set(await pages('price-asc')).size).toBe(12)
    await expect(pages('relevance')).resolves.toBeDefined()
  })
}
