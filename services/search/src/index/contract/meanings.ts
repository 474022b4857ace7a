import type { Locale } from '@mallhive/contracts/locales'
import { describe, expect, test } from 'vitest'
import type { Alternative, StructuredQuery } from '../../query/structured-query.ts'
import { type OpenIndex, withIndex } from './opened.ts'
import { product, testAnalyzers, words } from './shelf.ts'

type Meaning = Partial<Pick<StructuredQuery, 'concepts' | 'filters' | 'preferences'>>

/** What suggestions of products guarantee beside titles that begin as typed. */
export function meaningContract(open: OpenIndex): void {
  describe('suggestions by what a text means', () => {
    const opened = withIndex(
      () => open(testAnalyzers),
      [
        product(1, { title: 'Espresso cup', german: 'Espressotasse' }),
        product(2, { title: 'Tassel with a bookmark', ratingCount: 900, ratingAverage: 5 }),
        product(3, { title: 'Camp mug', colours: ['ink'], priceMinor: 3000 }),
        product(4, { title: 'Morning mug', colours: ['clay'], priceMinor: 1000 }),
        product(5, { title: 'Music box', description: 'No mug, says who has a mug.' }),
        product(6, { title: 'Mugs of tin', colours: [], priceMinor: 900, ratingCount: 0 }),
      ],
    )
    const suggest = async (
      text: string,
      { begun = [], locale = 'en', ...more }: Meaning & { begun?: Alternative[]; locale?: Locale } = {},
    ) => {
      const { structured } = words(text, more, locale)
      const { products } = await opened.index.suggest({
        text,
        typing: { structured, begun },
        locale,
        currency: 'EUR',
        limit: 6,
      })
      return products.map(({ title }) => title)
    }
    const means = (...stems: string[]) => [
      { text: 'typed', alternatives: stems.map((stem) => ({ stems: [stem], weight: 1 })) },
    ]

    test('products that a text means follow those with titles that begin so; a description suggests nothing', async () => {
      expect(await suggest('mugs')).toEqual(['Mugs of tin', 'Morning mug', 'Camp mug'])
      expect(await suggest('says')).toEqual([])
    })

    test('a title in another language than the page’s counts by whole words while there are others', async () => {
      const tasse = { concepts: means('tasse', 'espressotasse', 'tassel') }
      expect(await suggest('tasse', { ...tasse, locale: 'de' })).toEqual(['Espressotasse'])
      expect(await suggest('tassel', { locale: 'de' })).toEqual(['Tassel with a bookmark'])
      expect(await suggest('tasse', { concepts: means('zebra'), locale: 'de' })).toEqual([
        'Tassel with a bookmark',
      ])
    })

    test('what is read out of a text narrows or orders the words that begin as its last', async () => {
      const begun = [{ stems: ['mug'], weight: 1 }]
      const mu = { concepts: means('mu'), begun }
      const blue = { colours: { values: ['ink'], near: [], words: ['blue'] } }
      expect((await suggest('blue mu', { ...mu, preferences: blue }))[0]).toBe('Camp mug')
      expect(await suggest('under 20 mu', { ...mu, filters: { maxPriceMinor: 2000 } })).toEqual([
        'Morning mug',
        'Mugs of tin',
      ])
      expect(await suggest('kiln mu', { ...mu, filters: { sellerSlug: 'kiln' } })).toHaveLength(2)
      expect(await suggest('none mu', { ...mu, filters: { sellerSlug: 'none' } })).toEqual([])
    })

    test('a word that only begins as typed is one of the title', async () => {
      const begun = [{ stems: ['ink'], weight: 1 }]
      expect(await suggest('in', { concepts: means('in'), begun })).toEqual([])
      expect(await suggest('ink', { concepts: means('ink'), begun })).toContain('Morning mug')
    })
  })
}
