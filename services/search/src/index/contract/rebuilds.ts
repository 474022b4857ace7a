import { expect, test } from 'vitest'
import { type OpenIndex, put } from './opened.ts'
import { idOf, list, product, shelf, testAnalyzers, words } from './shelf.ts'

const perGeneration = 60

/** The products of a generation: each has the same name in its title, its facets and its shop. */
const generation = (name: string, revision: number) =>
  shelf(0, perGeneration, { title: `Thing ${name}`, revision, facets: [{ name: 'made', value: name }] })

/** What rebuilding guarantees: nothing is noticed of it but its result. */
export function rebuildContract(open: OpenIndex): void {
  test('under rebuilds no search fails, and none mixes two generations', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, generation('zero', 1))
    const over = new AbortController()
    const seen = new Set<string>()
    const reader = async (query: Parameters<typeof list>[0]) => {
      while (!over.signal.aborted) {
        const { hits, counts, total } = await index.search(list({ ...query, size: 100 }))
        const made = counts.filter(({ name }) => name === 'made')
        const titles = new Set(hits.map(({ card }) => card.title))
        expect({ total, hits: hits.length, titles: titles.size, made: made.length }).toEqual({
          total: perGeneration,
          hits: perGeneration,
          titles: 1,
          made: 1,
        })
        expect([...titles]).toEqual(made.map(({ value }) => `Thing ${value}`))
        seen.add(made[0]!.value)
      }
    }
    const readers = Promise.all([
      reader({}),
      reader(words('thing')),
      reader({ categorySlug: undefined, sort: 'newest' }),
    ])
    const rebuilding = async () => {
      for (const name of ['one', 'two', 'three']) {
        const rebuild = await index.rebuild()
        for (let at = 0; at < perGeneration; at += 10)
          await rebuild.put(generation(name, 1).slice(at, at + 10))
        await rebuild.finish()
        // Each is seen before the next one begins.
        await expect.poll(() => seen.has(name)).toBe(true)
      }
    }
    await Promise.race([rebuilding(), readers])
    over.abort()
    await readers
    expect(seen).toEqual(new Set(['zero', 'one', 'two', 'three']))
  })

  test('a write during a rebuild is seen at once, and stays, whether it overtakes the rebuild or not', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const titles = async () => {
      await index.settled()
      const { hits } = await index.search(list())
      return new Map(hits.map(({ card }) => [card.id, card.title]))
    }
    await put(index, shelf(0, 6))
    await index.remove([{ id: idOf(20), revision: 9 }])
    const rebuild = await index.rebuild()
    await rebuild.put(shelf(0, 3))
    await index.put([
      product(1, { revision: 2, title: 'After' }),
      product(4, { revision: 2, title: 'Before' }),
    ])
    await index.remove([
      { id: idOf(2), revision: 2 },
      { id: idOf(5), revision: 2 },
    ])
    await index.put([product(7, { title: 'New' })])
    const during = await titles()
    expect([during.get(idOf(1)), during.get(idOf(4)), during.get(idOf(7))]).toEqual([
      'After',
      'Before',
      'New',
    ])
    // What the rebuild has read before the writes.
    await rebuild.put(shelf(3, 6))
    await rebuild.finish()
    const after = await titles()
    expect(after).toEqual(during)
    await put(index, [product(2), product(20, { revision: 8 })])
    expect(await titles()).toEqual(after)
  })

  test('stock and sales that change during a rebuild stay, whether the rebuild has read the product or not', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const inStock = async () => {
      await index.settled()
      const { hits } = await index.search(list({ filters: [{ name: 'stock', values: ['in-stock'] }] }))
      return hits.map(({ card }) => card.id)
    }
    await put(index, shelf(0, 4, { inStock: false }))
    const rebuild = await index.rebuild()
    await rebuild.put(shelf(0, 2, { inStock: false }))
    expect(await index.amend([0, 2].map((n) => ({ id: idOf(n), inStock: true, sold: 9 })))).toBe(true)
    expect(new Set(await inStock())).toEqual(new Set([idOf(0), idOf(2)]))
    // What the rebuild reads of the stock later it writes itself.
    await rebuild.put([product(2, { inStock: true, sold: 9 }), product(3, { inStock: false })])
    await rebuild.finish()
    expect(new Set(await inStock())).toEqual(new Set([idOf(0), idOf(2)]))
    const { hits } = await index.search(list({ sort: 'best-selling', size: 2 }))
    expect(new Set(hits.map(({ card }) => card.id))).toEqual(new Set([idOf(0), idOf(2)]))
  })

  test('a product that is removed after a rebuild has read it is in no suggestion', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const rebuild = await index.rebuild()
    await rebuild.put([product(1, { title: 'Secret gadget' })])
    await index.remove([{ id: idOf(1), revision: 2 }])
    await rebuild.finish()
    await index.settled()
    const typed = { locale: 'en', currency: 'EUR', limit: 6 } as const
    for (const text of ['gadg', 'the loom'])
      expect(await index.suggest({ ...typed, text })).toEqual({
        products: [],
        categories: [],
        shops: [],
        completions: [],
      })
    expect([...(await index.vocabulary('en')).words.keys()]).toEqual([])
  })

  test('concurrent writes are all in the rebuilt generation', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, shelf(0, 40))
    const rebuild = await index.rebuild()
    await Promise.all([
      ...Array.from({ length: 8 }, (_, at) => rebuild.put(shelf(at * 5, at * 5 + 5))),
      ...Array.from({ length: 40 }, (_, n) => index.put([product(n, { revision: 2, title: 'Written' })])),
    ])
    await rebuild.finish()
    await index.settled()
    expect((await index.search(list(words('written')))).total).toBe(40)
    expect((await index.vocabulary('en')).words.get('written')).toEqual({
      documents: 40,
      strong: 40,
      heads: 40,
    })
  })

  test('what is not put again is gone after a rebuild; an abandoned one leaves everything as it was', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const total = async () => (await index.search(list())).total
    await put(index, shelf(0, 10))
    const abandoned = await index.rebuild()
    await abandoned.put(shelf(0, 2))
    await abandoned.abandon()
    expect(await total()).toBe(10)
    await expect(abandoned.finish()).rejects.toThrow('no longer')
    const rebuild = await index.rebuild()
    await rebuild.put(shelf(0, 4))
    expect(await total()).toBe(10)
    await rebuild.finish()
    await index.settled()
    expect(await total()).toBe(4)
  })

  test('a rebuild ends one that was left over', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const left = await index.rebuild()
    const rebuild = await index.rebuild()
    await expect(left.put([product(1)])).rejects.toThrow('no longer')
    await rebuild.put([product(2)])
    await left.abandon()
    await rebuild.finish()
    await index.settled()
    expect((await index.search(list())).total).toBe(1)
  })
}
