import { type Currency, currencyCodes } from '@mallhive/contracts/currencies'
import { describe, expect, test } from 'vitest'
import { type OpenIndex, put, withIndex } from './opened.ts'
import { product, shelf, testAnalyzers } from './shelf.ts'

const typed = { locale: 'en', currency: 'EUR', limit: 6 } as const

/** What is suggested while a shopper types. */
export function suggestionContract(open: OpenIndex): void {
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
}

/** The index is opened after the tests are collected. */
const lazily = (opened: ReturnType<typeof withIndex>) => ({ index: () => opened.index })
