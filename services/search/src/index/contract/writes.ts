import { describe, expect, test } from 'vitest'
import { amendKnown } from '../../put-known.ts'
import { type OpenIndex, put, withIndex } from './opened.ts'
import { idOf, list, product, shelf, testAnalyzers, words } from './shelf.ts'

const typed = { locale: 'en', currency: 'EUR', limit: 6 } as const

/** What writes guarantee: the newest revision stays, whatever the order of events. */
export function writeContract(open: OpenIndex): void {
  describe('writes', () => {
    const opened = withIndex(() => open(testAnalyzers))
    const titleOf = async (n: number) =>
      (await opened.find()).hits.find(({ card }) => card.id === idOf(n))?.card.title

    test('a late or doubled document changes nothing', async () => {
      const { index, find } = opened
      await put(index, [product(1, { title: 'Second', revision: 2 })])
      await put(index, [product(1, { title: 'First', revision: 1 })])
      await put(index, [product(1, { title: 'Other second', revision: 2 })])
      expect(await titleOf(1)).toBe('Second')
      await put(index, [
        product(1, { title: 'Third', revision: 3 }),
        product(1, { title: 'Late', revision: 2 }),
      ])
      expect(await titleOf(1)).toBe('Third')
      expect((await find(words('second'))).total).toBe(0)
      const { words: known } = await index.vocabulary('en')
      expect([known.has('second'), known.get('third')]).toEqual([
        false,
        { documents: 1, strong: 1, heads: 1 },
      ])
    })

    test('a removed product stays away from late documents, and returns with a newer one', async () => {
      const { index } = opened
      await put(index, [product(2, { revision: 5 })])
      await index.remove([{ id: idOf(2), revision: 4 }])
      await index.settled()
      expect(await titleOf(2)).toBeDefined()
      await index.remove([{ id: idOf(2), revision: 6 }])
      await put(index, [product(2, { revision: 5 })])
      await put(index, [product(2, { revision: 6 })])
      expect(await titleOf(2)).toBeUndefined()
      await put(index, [product(2, { revision: 7 })])
      expect(await titleOf(2)).toBeDefined()
    })

    test('a product can be removed before its first document arrives', async () => {
      const { index } = opened
      await index.remove([{ id: idOf(3), revision: 2 }])
      await put(index, [product(3)])
      expect(await titleOf(3)).toBeUndefined()
    })

    test('the stock of a product changes without a revision, once, and stays under late documents', async () => {
      const { index, find } = opened
      const inStock = async () => {
        await index.settled()
        const { hits, counts } = await find({ filters: [{ name: 'stock', values: ['in-stock'] }] })
        const ids = hits.map(({ card }) => card.id)
        expect(counts.find(({ name }) => name === 'stock')?.count ?? 0).toBe(ids.length)
        return ids.includes(idOf(30))
      }
      const soldOut = [{ id: idOf(30), inStock: false, sold: 4 }]
      await index.put([product(30, { sold: 4, inStock: true, revision: 2 })])
      expect(await inStock()).toBe(true)
      expect(await index.amend(soldOut)).toBe(true)
      expect(await inStock()).toBe(false)
      expect(await index.amend(soldOut)).toBe(false)
      await index.put([
        product(30, { sold: 4, inStock: true, revision: 2 }),
        product(30, { sold: 4, inStock: true }),
      ])
      expect(await inStock()).toBe(false)
      expect(await index.amend([{ id: idOf(30), inStock: true, sold: 4 }])).toBe(true)
      expect(await inStock()).toBe(true)
      await index.put([product(30, { sold: 4, inStock: false, revision: 3, title: 'Thirty' })])
      expect([await inStock(), await titleOf(30)]).toEqual([false, 'Thirty'])
    })

    test('the stock of a product that has no document, or is removed, changes nothing', async () => {
      const { index, find } = opened
      expect(await index.amend([{ id: idOf(31), inStock: true, sold: 0 }])).toBe(false)
      await index.put([product(31, { inStock: false })])
      await index.remove([{ id: idOf(31), revision: 1 }])
      expect(await index.amend([{ id: idOf(31), inStock: true, sold: 0 }])).toBe(false)
      await put(index, [product(31, { inStock: true })])
      expect((await find()).hits.some(({ card }) => card.id === idOf(31))).toBe(false)
    })

    test('of concurrent changes of stock, sales and document nothing is lost', async () => {
      const { index, find } = opened
      const raced = [40, 41, 42, 43, 44, 45]
      const ids = raced.map(idOf)
      for (const [revision, inStock] of [true, false, true, false].entries()) {
        const title = `Raced ${revision}`
        // What each writer does: the last one finds that the index agrees with what is known.
        const sold = 10 + revision
        const beside = {
          stock: { inStock: async (asked: string[]) => new Set(inStock ? asked : []) },
          sales: { soldOf: async (asked: string[]) => new Map(asked.map((id) => [id, sold])) },
        }
        const write = async (n: number) => {
          await index.put([product(n, { title, revision: revision + 1, inStock: !inStock, sold: 0 })])
          await amendKnown({ index, ...beside }, [idOf(n)])
        }
        await Promise.all(raced.flatMap((n) => [write(n), amendKnown({ index, ...beside }, [idOf(n)])]))
        await index.settled()
        const all = (await find()).hits.filter(({ card }) => ids.includes(card.id))
        expect(all.map(({ card }) => card.title)).toEqual(ids.map(() => title))
        const { hits } = await find({ filters: [{ name: 'stock', values: ['in-stock'] }] })
        const stocked = hits.filter(({ card }) => ids.includes(card.id))
        expect(stocked).toHaveLength(inStock ? ids.length : 0)
        const bestSelling = await find({ sort: 'best-selling', size: ids.length })
        expect(new Set(bestSelling.hits.map(({ card }) => card.id))).toEqual(new Set(ids))
      }
    })

    test('concurrent writes of the same products leave the newest', async () => {
      const { index } = opened
      const revisions = [4, 9, 2, 7, 1, 8, 3, 6, 5]
      await Promise.all(
        revisions.map((revision) => index.put(shelf(10, 20, { revision, title: `Revision ${revision}` }))),
      )
      await index.settled()
      for (let n = 10; n < 20; n++) expect(await titleOf(n)).toBe('Revision 9')
    })

    test('hidden products are in no list, count, suggestion and vocabulary', async () => {
      const { index, find } = opened
      const secret = product(50, {
        title: 'Secret gadget',
        seller: { id: idOf(950), slug: 'hidden', name: 'Hidden shop', city: '', country: 'PT' },
        facets: [{ name: 'colour', value: 'invisible' }],
      })
      await put(index, [secret])
      expect((await index.suggest({ text: 'gadg', ...typed })).products).toHaveLength(1)
      expect((await index.suggest({ text: 'hid', ...typed })).shops).toHaveLength(1)
      await index.remove([{ id: secret.id, revision: 2 }])
      await index.settled()
      expect((await find(words('gadget'))).total).toBe(0)
      expect((await find()).counts.filter(({ value }) => ['hidden', 'invisible'].includes(value))).toEqual([])
      for (const text of ['gadg', 'secret gadget', 'hid'])
        expect(await index.suggest({ text, ...typed })).toEqual({
          products: [],
          categories: [],
          shops: [],
          completions: [],
        })
      const { words: known, shops } = await index.vocabulary('en')
      expect([known.has('gadget'), shops.some(({ slug }) => slug === 'hidden')]).toEqual([false, false])
    })
  })

  test('the vocabulary counts documents, those with the word in a strong place and those whose title is about it', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, [
      product(1, { title: 'Brass lamp', description: 'A lamp of 1920.' }),
      product(2, { description: 'No lamp.' }),
    ])
    const { words: known, shops, categories } = await index.vocabulary('en')
    expect(known.get('lamp')).toEqual({ documents: 2, strong: 1, heads: 1 })
    expect(known.get('brass')).toEqual({ documents: 1, strong: 1, heads: 0 })
    expect(known.has('1920')).toBe(false)
    expect(shops.map(({ slug }) => slug).toSorted()).toEqual(['loom', 'press'])
    expect(categories.map(({ name }) => name).toSorted()).toEqual(['Kitchen', 'Wear', 'cups', 'scarves'])
    expect((await index.search(list(words('lamp')))).total).toBe(1)
  })
}
