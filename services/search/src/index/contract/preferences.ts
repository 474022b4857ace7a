import { describe, expect, test } from 'vitest'
import { type OpenIndex, withIndex } from './opened.ts'
import { idOf, product, testAnalyzers, words } from './shelf.ts'

/** What is preferred, and what of a text is a bound. */
export function preferenceContract(open: OpenIndex): void {
  describe('preferences', () => {
    const { find, titles } = withIndex(
      () => open(testAnalyzers),
      [
        product(1, { title: 'Mug', colours: ['clay'] }),
        product(2, { title: 'Mug', colours: ['ink'] }),
        product(3, { title: 'Bowl', colours: ['ink'], gift: true }),
        product(4, { title: 'Mug', colours: ['teal'] }),
        product(5, { title: 'Vase', colours: [], gift: true, ratingCount: 5000 }),
        product(6, { title: 'Blue cheese', colours: [] }),
      ],
    )
    const blue = { colours: { values: ['ink'], near: ['teal'], words: ['blue'] } }

    test('a colour is preferred, then those near it; it is no filter', async () => {
      const { hits } = await find(words('mug', { preferences: blue }))
      expect(hits.map(({ card }) => card.id)).toEqual([idOf(2), idOf(4), idOf(1)])
    })

    test('without another word it is one, which the word for the colour meets too', async () => {
      const found = await titles(words('', { preferences: blue }))
      expect(found.toSorted()).toEqual(['Blue cheese', 'Bowl', 'Mug', 'Mug'])
      expect(await titles(words('', { preferences: { gift: true } }))).toEqual(['Vase', 'Bowl'])
    })
  })

  describe('what a product should not have', () => {
    const { titles } = withIndex(
      () => open(testAnalyzers),
      [product(1, { title: 'Mug with handle', ratingCount: 900 }), product(2, { title: 'Tall mug' })],
    )

    test('products with it come last, and are found all the same', async () => {
      expect(await titles(words('mug'))).toEqual(['Mug with handle', 'Tall mug'])
      expect(await titles(words('mug', { preferences: { without: ['handle'] } }))).toEqual([
        'Tall mug',
        'Mug with handle',
      ])
    })
  })

  describe('the name of a category', () => {
    const { titles } = withIndex(
      () => open(testAnalyzers),
      [product(2, { title: 'Mug' }), product(3, { title: 'Tray for cups' })],
    )

    test('products of the category that a query names come first', async () => {
      expect(await titles(words('cups'))).toEqual(['Tray for cups', 'Mug'])
      expect(await titles(words('cups', { preferences: { categories: ['cups'] } }))).toEqual([
        'Mug',
        'Tray for cups',
      ])
    })
  })

  describe('words within bounds', () => {
    const { titles } = withIndex(
      () => open(testAnalyzers),
      [
        product(1, { title: 'Lamp', priceMinor: 3000 }),
        product(2, { title: 'Guitar', description: 'Warm as a lamp, loud as a horn.', priceMinor: 30_000 }),
        product(3, { title: 'Mug', gift: true, priceMinor: 3000 }),
        product(4, { title: 'Pin', priceMinor: 200 }),
      ],
    )
    const bounded = (text: string, filters: object, preferences = {}) =>
      titles(words(text, { filters, preferences }))

    test('where the mall has what is named, descriptions of others in the bounds are no answer', async () => {
      expect(await bounded('lamp', { minPriceMinor: 10_000 })).toEqual([])
      expect(await bounded('lamp', { maxPriceMinor: 10_000 })).toEqual(['Lamp'])
      expect(await bounded('horn', { minPriceMinor: 10_000 })).toEqual(['Guitar'])
    })

    test('a gift in bounds that no gift is in is only preferred', async () => {
      expect(await bounded('', { maxPriceMinor: 5000 }, { gift: true })).toEqual(['Mug'])
      expect(await bounded('', { maxPriceMinor: 500 }, { gift: true })).toEqual(['Pin'])
    })
  })

  describe('gifts', () => {
    const { find } = withIndex(
      () => open(testAnalyzers),
      [
        product(1, { title: 'Mug', description: 'For gardeners.' }),
        product(5, { title: 'Bowl', gift: true, ratingCount: 0 }),
        product(10, { title: 'Vase', gift: true, ratingCount: 5000 }),
      ],
    )
    const found = async (text: string, audience: string[] = []) => {
      const { hits } = await find(words(text, { preferences: { gift: true, audience } }))
      return hits.map(({ card, missing }) => [card.title, missing])
    }

    test('a word of no product leaves gifts, the best first, and is named', async () => {
      expect(await found('gardener')).toEqual([['Mug', []]])
      expect(await found('zebra unicorn')).toEqual([
        ['Vase', ['zebra', 'unicorn']],
        ['Bowl', ['zebra', 'unicorn']],
      ])
    })

    test('people that no product is made for leave gifts', async () => {
      expect(await found('', ['men'])).toEqual([
        ['Vase', []],
        ['Bowl', []],
      ])
    })
  })
}
