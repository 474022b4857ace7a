import { type Currency, currencyCodes } from '@mallhive/contracts/currencies'
import { describe, expect, test } from 'vitest'
import { restock } from '../../stock/put-stocked.ts'
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
      expect([known.has('second'), known.get('third')]).toEqual([false, { documents: 1, strong: 1 }])
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
      const soldOut = [{ id: idOf(30), inStock: false }]
      await index.put([product(30, { inStock: true, revision: 2 })])
      expect(await inStock()).toBe(true)
      expect(await index.restock(soldOut)).toBe(true)
      expect(await inStock()).toBe(false)
      expect(await index.restock(soldOut)).toBe(false)
      await index.put([product(30, { inStock: true, revision: 2 }), product(30, { inStock: true })])
      expect(await inStock()).toBe(false)
      expect(await index.restock([{ id: idOf(30), inStock: true }])).toBe(true)
      expect(await inStock()).toBe(true)
      await index.put([product(30, { inStock: false, revision: 3, title: 'Thirty' })])
      expect([await inStock(), await titleOf(30)]).toEqual([false, 'Thirty'])
    })

    test('the stock of a product that has no document, or is removed, changes nothing', async () => {
      const { index, find } = opened
      expect(await index.restock([{ id: idOf(31), inStock: true }])).toBe(false)
      await index.put([product(31, { inStock: false })])
      await index.remove([{ id: idOf(31), revision: 1 }])
      expect(await index.restock([{ id: idOf(31), inStock: true }])).toBe(false)
      await put(index, [product(31, { inStock: true })])
      expect((await find()).hits.some(({ card }) => card.id === idOf(31))).toBe(false)
    })

    test('of concurrent changes of stock and document nothing is lost', async () => {
      const { index, find } = opened
      const raced = [40, 41, 42, 43, 44, 45]
      const ids = raced.map(idOf)
      for (const [revision, inStock] of [true, false, true, false].entries()) {
        const title = `Raced ${revision}`
        // What each writer does: the last one finds that the index agrees with what is known.
        const stock = { inStock: async (asked: string[]) => new Set(inStock ? asked : []) }
        const write = async (n: number) => {
          await index.put([product(n, { title, revision: revision + 1, inStock: !inStock })])
          await restock({ index, stock }, [idOf(n)])
        }
        await Promise.all(raced.flatMap((n) => [write(n), restock({ index, stock }, [idOf(n)])]))
        await index.settled()
        const all = (await find()).hits.filter(({ card }) => ids.includes(card.id))
        expect(all.map(({ card }) => card.title)).toEqual(ids.map(() => title))
        const { hits } = await find({ filters: [{ name: 'stock', values: ['in-stock'] }] })
        const stocked = hits.filter(({ card }) => ids.includes(card.id))
        expect(stocked).toHaveLength(inStock ? ids.length : 0)
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

  describe('suggestions', () => {
    const { index } = lazily(
      withIndex(
        () => open(testAnalyzers),
        [
          product(1, { title: 'Round teapot', german: 'Runde Teekanne' }),
          product(2, { title: 'Teapot lid' }),
          product(3, { title: 'Tea towel', ratingCount: 500, ratingAverage: 5 }),
          product(4, { title: 'Crème bowl' }),
          product(5, { title: 'Cup of tea' }),
        ],
      ),
    )
    const suggest = (text: string, locale: 'en' | 'de' = 'en') => index().suggest({ ...typed, text, locale })

    test('a beginning suggests products by title, the most popular first, and completes the word', async () => {
      const { products, completions } = await suggest('te')
      expect(products[0]?.title).toBe('Tea towel')
      expect(new Set(products.map(({ title }) => title))).toEqual(
        new Set(['Round teapot', 'Teapot lid', 'Tea towel', 'Cup of tea']),
      )
      expect(completions).toEqual(expect.arrayContaining(['tea', 'teapot', 'teapot lid']))
      expect(products[0]).toMatchObject({ priceMinor: 2500, image: { path: 'test/thing' } })
    })

    test('words before the last one must be met', async () => {
      expect((await suggest('round te')).products.map(({ title }) => title)).toEqual(['Round teapot'])
      expect((await suggest('cup of t')).products.map(({ title }) => title)).toEqual(['Cup of tea'])
    })

    test('categories and shops are suggested by any of their words', async () => {
      expect((await suggest('kit')).categories).toEqual([{ slug: 'kitchen', name: 'Kitchen' }])
      expect((await suggest('loo')).shops).toEqual([{ slug: 'loom', name: 'The loom' }])
    })

    test('accents do not matter; locales are apart', async () => {
      expect((await suggest('CREM')).products.map(({ title }) => title)).toEqual(['Crème bowl'])
      expect((await suggest('teek', 'de')).products.map(({ title }) => title)).toEqual(['Runde Teekanne'])
      expect((await suggest('teek')).products).toEqual([])
    })

    test.for(['', ' ', '!!!', `' & | :*`, '\u0000', '%_', 'x'.repeat(10_000), 'te '.repeat(500)])(
      'hostile text %# is answered',
      async (text) => {
        await expect(suggest(text)).resolves.toBeDefined()
      },
    )
  })

  test('nothing is suggested of products that are not sold in the currency, before and after a change', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const [sold, unsold] = [currencyCodes[0]!, currencyCodes[1]!]
    const gadget = product(1, { title: 'Secret gadget' })
    const local = { ...gadget, prices: gadget.prices.filter(({ currency }) => currency === sold) }
    const suggested = async (currency: Currency) =>
      Promise.all(
        ['gadg', 'loo', 'wea'].map(async (text) => {
          await index.settled()
          const all = await index.suggest({ text, locale: 'en', currency, limit: 6 })
          return Object.values(all).some((each) => each.length > 0)
        }),
      )
    await index.put([local, product(3)])
    expect(await suggested(sold)).toEqual([true, true, true])
    expect(await suggested(unsold)).toEqual([false, false, true])
    await index.put([{ ...gadget, revision: 2 }])
    expect(await suggested(unsold)).toEqual([true, true, true])
    await index.put([{ ...local, revision: 3 }])
    expect(await suggested(unsold)).toEqual([false, false, true])
  })

  test('products that are not sold in the currency take no place from those that are', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    const [sold, unsold] = [currencyCodes[0]!, currencyCodes[1]!]
    const popular = shelf(10, 40, { title: 'Round gadget', ratingAverage: 5, ratingCount: 900 })
    const local = popular.map((each) => ({
      ...each,
      prices: each.prices.filter(({ currency }) => currency === sold),
    }))
    const everywhere = shelf(1, 4, { title: 'Round gadget', ratingAverage: 1, ratingCount: 1 })
    await put(index, [...local, ...everywhere])
    const suggested = async (text: string, currency: Currency) =>
      (await index.suggest({ text, locale: 'en', currency, limit: 4 })).products.map(({ id }) => id)
    for (const text of ['gadg', 'round gadg']) {
      // oxlint-disable-next-line no-await-in-loop -- each text alone
      expect(new Set(await suggested(text, unsold))).toEqual(new Set(everywhere.map(({ id }) => id)))
      // oxlint-disable-next-line no-await-in-loop -- each text alone
      expect(await suggested(text, sold)).toHaveLength(4)
    }
  })

  test('the vocabulary counts documents, and those with the word in a strong place', async () => {
    await using opened = await open(testAnalyzers)
    const { index } = opened
    await put(index, [
      product(1, { title: 'Brass lamp', description: 'A lamp of 1920.' }),
      product(2, { description: 'No lamp.' }),
    ])
    const { words: known, shops, categories } = await index.vocabulary('en')
    expect(known.get('lamp')).toEqual({ documents: 2, strong: 1 })
    expect(known.get('brass')).toEqual({ documents: 1, strong: 1 })
    expect(known.has('1920')).toBe(false)
    expect(shops.map(({ slug }) => slug).toSorted()).toEqual(['loom', 'press'])
    expect(categories.map(({ name }) => name).toSorted()).toEqual(['Kitchen', 'Wear', 'cups', 'scarves'])
    expect((await index.search(list(words('lamp')))).total).toBe(1)
  })
}

/** The index is opened after the tests are collected. */
const lazily = (opened: ReturnType<typeof withIndex>) => ({ index: () => opened.index })
