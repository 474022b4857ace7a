import { describe, expect, test } from 'vitest'
import type { Concept } from '../../query/structured-query.ts'
import { analysisOf } from '../../lexicon/analysis.ts'
import { openLexicon } from '../../lexicon/open-lexicon.ts'
import { understand } from '../../query/understand.ts'
import { type OpenIndex, withIndex } from './opened.ts'
import { list, product, shelf, testAnalyzers, words } from './shelf.ts'

const catalogue = [
  product(1, { title: 'Round teapot', description: 'For two.' }),
  product(2, { title: 'Cosy of felt', description: 'Keeps a teapot warm. Every teapot, any teapot.' }),
  product(3, { title: 'Round bowl', description: 'For soup.' }),
  product(4, { title: 'Teapot lid', description: 'A spare one.', german: 'Kannendeckel' }),
  product(5, { title: 'Teapots of iron', description: 'Heavy.' }),
  product(6, { title: 'Paper', description: 'For teapots and for notes, thick.' }),
  product(7, { title: 'Thick note paper', description: 'Rough.' }),
  product(8, { title: 'Note pad with thick paper', description: 'Rough.' }),
  product(9, { title: 'Plum brandy of red plum', german: 'Kanne mit Deckel' }),
]

/** What searches guarantee: which products are found, and in which order. */
export function wordContract(open: OpenIndex): void {
  describe('words', () => {
    const { find, titles } = withIndex(() => open(testAnalyzers), catalogue)

    test('the head noun of a title comes before another word of a title; descriptions come last or not at all', async () => {
      const found = await titles(words('teapot'))
      expect([found.length, found.at(-1)]).toEqual([3, 'Teapot lid'])
      expect(await titles(words('warm'))).toEqual(['Cosy of felt'])
    })

    test('hits of a text have the texts of their card’s language and what the facts are called', async () => {
      const of = async (text: string, locale: 'en' | 'de') =>
        (await find(words(text, {}, locale))).hits.map(({ card, texts }) => [card.locale, texts])
      const { texts, factNames } = catalogue[3]!
      expect(await of('lid', 'en')).toEqual([['en', { ...texts.en, factNames }]])
      expect(await of('kannendeckel', 'de')).toEqual([['de', { ...texts.de, factNames }]])
      const own = { ...catalogue[1]!.texts.en, factNames: catalogue[1]!.factNames }
      expect(await of('warm', 'de')).toEqual([['en', own]])
      const { hits } = await find()
      expect(hits.filter((hit) => hit.texts)).toEqual([])
    })

    test('products with all words come first, then those with most; what they lack is named as typed', async () => {
      const { hits } = await find(words('Round teapots'))
      expect(hits[0]).toMatchObject({ card: { title: 'Round teapot' }, missing: [] })
      const missing = new Map(hits.map((hit) => [hit.card.title, hit.missing]))
      expect(missing.get('Round bowl')).toEqual(['teapots'])
      expect(missing.get('Teapot lid')).toEqual(['round'])
    })

    test('of two words that no product has together each is enough, the rare and the frequent', async () => {
      expect(await titles(words('brandy pad'))).toEqual([
        'Note pad with thick paper',
        'Plum brandy of red plum',
      ])
      expect(new Set(await titles(words('brandy paper')))).toEqual(
        new Set(['Plum brandy of red plum', 'Paper', 'Thick note paper', 'Note pad with thick paper']),
      )
    })

    test('where titles meet too few words, descriptions count, and most words must be met all the same', async () => {
      const { hits } = await find(words('cosy warm heavy'))
      expect(hits.map(({ card, missing }) => [card.title, missing])).toEqual([['Cosy of felt', ['heavy']]])
    })

    test('of three words two are enough, one is not', async () => {
      const { hits } = await find(words('thick note zebra'))
      expect(hits.map(({ card, missing }) => [card.title, missing])).toEqual([
        ['Thick note paper', ['zebra']],
        ['Note pad with thick paper', ['zebra']],
      ])
    })

    test('a word of no product neither empties the answer nor is what it is about', async () => {
      expect(await titles(words('zebra lid'))).toEqual(['Teapot lid'])
      expect((await find(words('zebra'))).total).toBe(0)
    })

    const about = (head: string, text: string) => {
      const { structured, locale } = words(text)
      const concepts = structured.concepts.map((each) => ({ ...each, isHead: each.text === head }))
      return { structured: { ...structured, concepts }, locale }
    }

    test('products without the noun that a query is about are no answer; its other words order them', async () => {
      expect(await titles(words('round teapot'))).toContain('Round bowl')
      expect(await titles(about('teapot', 'round teapot zebra'))).toEqual([
        'Round teapot',
        'Teapots of iron',
        'Teapot lid',
      ])
      expect(await titles(about('zebra', 'round zebra'))).toEqual([])
    })

    test('descriptions do not answer for the noun of a query', async () => {
      expect(await titles(words('soup'))).toEqual(['Round bowl'])
      expect(await titles(about('soup', 'soup'))).toEqual([])
      expect(await titles(about('soup', 'round soup'))).toEqual([])
    })

    test('where no title is about the noun, products with all words answer, and none with some', async () => {
      const unsold = async (head: string, text: string) => {
        const { structured, locale } = about(head, text)
        const concepts = structured.concepts.map((each) => (each.isHead ? { ...each, isUnsold: true } : each))
        return titles({ structured: { ...structured, concepts }, locale })
      }
      expect(await titles(about('paper', 'rough paper'))).toContain('Paper')
      expect(await unsold('paper', 'note paper')).toEqual(['Thick note paper', 'Note pad with thick paper'])
      expect(await unsold('paper', 'round paper')).toEqual([])
    })

    test('of a text that describes, descriptions count as titles do, and who has all words comes first', async () => {
      const text = 'warm teapot'
      expect((await titles(words(text)))[0]).not.toBe('Cosy of felt')
      const found = await titles(words(text, { isDescriptive: true }))
      expect(found[0]).toBe('Cosy of felt')
      expect(found).toContain('Round teapot')
    })

    test('an alternative of less weight ranks lower', async () => {
      const begun: Concept = {
        text: 'plum',
        alternatives: [
          { stems: ['bowl'], weight: 1 },
          { stems: ['brandy'], weight: 0.5 },
        ],
      }
      expect(await titles(words('', { concepts: [begun] }))).toEqual([
        'Round bowl',
        'Plum brandy of red plum',
      ])
    })

    test('all stems of an alternative must be met', async () => {
      const split: Concept = { text: 'notepaper', alternatives: [{ stems: ['note', 'paper'], weight: 1 }] }
      expect(new Set(await titles(words('', { concepts: [split] })))).toEqual(
        new Set(['Thick note paper', 'Note pad with thick paper']),
      )
    })

    test('excluded words are in no answer, not in a description either', async () => {
      expect(await titles(words('teapot', { excluded: [['iron'], ['spare']] }))).toEqual(['Round teapot'])
      const { total } = await find(words('', { excluded: [['teapot']] }))
      expect(total).toBe(catalogue.length - 5)
    })

    test('a phrase is met by words that follow each other, in title or description', async () => {
      expect(await titles(words('', { phrases: [[['thick', 'note']]] }))).toEqual(['Thick note paper'])
      expect(await titles(words('', { phrases: [[['teapot', 'warm']]] }))).toEqual(['Cosy of felt'])
      expect(await titles(words('', { phrases: [[['note', 'thick']]] }))).toEqual(['Paper'])
      expect(await titles(words('', { phrases: [[['plum', undefined, 'red']]] }))).toEqual([])
      expect(await titles(words('', { phrases: [[['brandy', undefined, 'red', 'plum']]] }))).toEqual([
        'Plum brandy of red plum',
      ])
    })

    test('a phrase is met as a text of either language has it', async () => {
      const phrases = [
        [
          ['kanne', 'the', 'deckel'],
          ['brandy', undefined, 'red'],
        ],
        [['kanne', undefined, 'deckel'], ['kannen']],
      ]
      expect(await titles(words('', { phrases: phrases.slice(0, 1) }))).toEqual(['Plum brandy of red plum'])
      expect(await titles(words('', { phrases: phrases.slice(1) }, 'de'))).toEqual(['Kanne mit Deckel'])
      expect(await titles(words('', { phrases }, 'de'))).toEqual([])
    })

    test.for(['mh-3', 'MH-3', 'shop/3'])('the product of the SKU %s comes first', async (sku) => {
      expect((await titles(words('teapot', { skus: [sku] })))[0]).toBe('Round bowl')
      expect(await titles(words('', { skus: [sku] }))).toEqual(['Round bowl'])
    })

    test('the product of that title comes first', async () => {
      expect((await titles(words('teapot lid')))[0]).toBe('Teapot lid')
      expect((await titles(words('paper')))[0]).toBe('Paper')
    })

    test('filters of the text are part of the list', async () => {
      const { hits, total } = await find(words('teapot', { filters: { sellerSlug: 'kiln' } }))
      expect(hits.every(({ card }) => card.seller.slug === 'kiln')).toBe(true)
      expect((await find(words('', { filters: { sellerSlug: 'kiln' } }))).total).toBeGreaterThanOrEqual(total)
      const cheap = await find(words('', { filters: { maxPriceMinor: 1000 } }))
      expect(cheap.hits.map(({ card }) => card.priceMinor)).toEqual(cheap.hits.map(() => 1000))
    })

    test('locales are apart: a product is found by its own words, or the shop’s where it has no translation', async () => {
      expect(await titles(words('kanne', {}, 'de'))).toEqual(['Kanne mit Deckel'])
      expect(await titles(words('kanne'))).toEqual([])
      expect(await titles(words('lid', {}, 'de'))).toEqual([])
      expect(await titles(words('brandy', {}, 'de'))).toEqual([])
      const { hits } = await find(words('bowl', {}, 'de'))
      expect(hits[0]?.card).toMatchObject({ title: 'Round bowl', locale: 'en' })
      expect((await find(words('kanne', {}, 'de'))).hits[0]?.card.locale).toBe('de')
    })

    test('a text without anything to search for finds nothing', async () => {
      expect((await find(words('!!!'))).total).toBe(0)
    })
  })

  test('a third language has rows of its own: its texts are found by its stems, others by the words for them', async () => {
    const analyzers = { en: analysisOf('en'), de: analysisOf('de'), ar: analysisOf('ar') }
    await using opened = await open(analyzers)
    const { index } = opened
    const lamp = product(1, { title: 'Clay oil lamp' })
    const texts = { ...product(2).texts, ar: { ...product(2).texts.en!, title: 'مزهرية زرقاء من الخزف' } }
    await index.put([lamp, { ...product(2, { title: 'Blue vase' }), texts }])
    await index.settled()
    const lexicon = await openLexicon('ar', await index.vocabulary('ar'))
    const titles = async (text: string) => {
      const structured = understand(text, { lexicon, currency: 'EUR' })
      const { hits } = await index.search(list({ structured, locale: 'ar' }))
      return hits.map(({ card }) => card.title)
    }
    expect(await titles('المزهريات')).toEqual(['مزهرية زرقاء من الخزف'])
    expect(await titles('مصابيح')).toEqual(['Clay oil lamp'])
    expect(await titles('lamps')).toEqual(['Clay oil lamp'])
    expect(await titles('مزهريه')).toEqual(['مزهرية زرقاء من الخزف'])
  })

  describe('many products', () => {
    const { find } = withIndex(
      () => open(testAnalyzers),
      [...shelf(0, 40, { title: 'Brass scarf' }), ...shelf(40, 60, { title: 'Silk scarf' })],
    )

    test('where enough products have all words, those with fewer are left out, whatever is chosen', async () => {
      expect((await find(words('brass scarf'))).total).toBe(40)
      const filters = [{ name: 'colour', values: ['clay'] }]
      const { hits } = await find({ ...words('brass scarf'), filters, maxPriceMinor: 1500 })
      expect(new Set(hits.map(({ card }) => card.title))).toEqual(new Set(['Brass scarf']))
    })
  })
}
