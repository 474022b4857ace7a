import { expect, test } from 'vitest'
import { cardOf, shownCard } from '../index/card.ts'
import { product } from '../index/contract/shelf.ts'
import type { StructuredQuery } from '../query/structured-query.ts'
import { colourRank, inShownColour } from './shown-colour.ts'

const colourImages = ['clay', 'moss', 'ink'].map((colour) => ({
  colour,
  path: `cup/${colour}`,
  widths: [160],
}))
const own = product(1, { colourImages })
const en = { ...own.texts.en!, colourAlts: { moss: 'A cup, moss' } }
const card = shownCard(cardOf({ ...own, texts: { en } }), 'en', 'EUR')!
const catalogue = { labels: new Map([['colour:ink', { en: 'Ink blue', de: 'Tinte' }]]) }

type Asked = Parameters<typeof colourRank>[0]
const query = (preferred: string[], near: string[] = [], stems: string[] = []) =>
  ({
    concepts: [{ text: '', alternatives: [{ stems, weight: 1 }] }],
    preferences: { colours: { values: preferred, near, words: [] } },
  }) as unknown as StructuredQuery
function shown(asked: Partial<Asked>) {
  const rank = colourRank({ structured: undefined, filters: [], locale: 'en', ...asked }, catalogue)
  const { card: found, options } = inShownColour(card, rank)
  return [found.image.path, options]
}

test('a card shows the colour that the query prefers', () => {
  expect(shown({ structured: query(['moss']) })).toEqual(['cup/moss', { colour: 'moss' }])
  expect(shown({ structured: query(['ink', 'moss']) })).toEqual(['cup/ink', { colour: 'ink' }])
  expect(shown({ structured: query(['amber'], ['ink']) })).toEqual(['cup/ink', { colour: 'ink' }])
})

test('a colour that is chosen comes before one that the query names, and that before a preferred one', () => {
  const structured = query(['moss'], [], ['ink', 'blue'])
  expect(shown({ structured })).toEqual(['cup/ink', { colour: 'ink' }])
  const filters = [{ name: 'colour', values: ['clay'] }]
  expect(shown({ structured, filters })).toEqual(['cup/clay', { colour: 'clay' }])
})

test('a part of a colour’s name does not name it', () => {
  expect(shown({ structured: query(['moss'], [], ['blue']) })).toEqual(['cup/moss', { colour: 'moss' }])
})

test('a picture in another colour has the text of that colour, else the title', () => {
  const altIn = (colour: string) => inShownColour(card, (each) => (each === colour ? 0 : -1)).card.image.alt
  expect(altIn('moss')).toBe('A cup, moss')
  expect(altIn('ink')).toBe(card.title)
})

test('without a colour a card shows the product’s own picture', () => {
  expect(shown({})).toEqual(['test/thing', {}])
})
