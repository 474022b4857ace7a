import { expect, test } from 'vitest'
import type { Hit, HitTexts } from '../index/port.ts'
import { product } from '../index/contract/shelf.ts'
import { cardOf, shownCard } from '../index/card.ts'
import { analysisOf } from '../lexicon/analysis.ts'
import type { Concept, StructuredQuery } from '../query/structured-query.ts'
import { matchesOf } from './matches.ts'

const catalogue = { attributes: [{ name: 'material', labels: { en: 'Material', de: 'Werkstoff' } }] }

const nothing: HitTexts = { title: '', categories: [], facts: [], factNames: [], description: '', alt: '' }

/** Returns what is marked of a product for a query; each word of the text is a concept, `a+b` one that is met by both. */
function marked(
  query: string,
  texts: Partial<HitTexts>,
  { locale = 'en', more = {} }: { locale?: 'en' | 'de'; more?: object } = {},
) {
  const card = { ...shownCard(cardOf(product(1)), 'en', 'EUR')!, locale }
  const { stem } = analysisOf(locale)
  const concepts = query
    .split(' ')
    .filter(Boolean)
    .map((text): Concept => ({ text, alternatives: [{ stems: text.split('+').map(stem), weight: 1 }] }))
  const structured = { concepts, phrases: [], notes: [], ...more } as unknown as StructuredQuery
  const whole = { ...nothing, ...texts }
  const hit: Hit = { card, missing: [], texts: whole }
  const { titleMatches, excerpt } = matchesOf(hit, structured, catalogue)
  const cut = (text: string, ranges: { start: number; length: number }[]) =>
    ranges.map(({ start, length }) => text.slice(start, start + length))
  return {
    title: cut(whole.title, titleMatches),
    excerpt: excerpt?.text,
    matches: excerpt && cut(excerpt.text, excerpt.matches),
  }
}

test('words of the title are marked by their stems, as they are written', () => {
  expect(marked('lamps', { title: 'The Lamp’s shade for LAMPS' }).title).toEqual(['Lamp', 'LAMPS'])
  expect(marked('tshirt', { title: 'Crew T-shirt' }).title).toEqual(['T-shirt'])
  expect(marked('1.5', { title: 'Jug, 1,5 l' }).title).toEqual(['1,5'])
})

test('in German umlauts and their spellings are the same word', () => {
  expect(marked('stühle', { title: 'Zwei Stuehle' }, { locale: 'de' }).title).toEqual(['Stuehle'])
})

test('neighbouring words are one mark', () => {
  expect(marked('desk lamp', { title: 'A desk lamp of brass' }).title).toEqual(['desk lamp'])
})

test('a meaning of two words is marked only where the product has both', () => {
  expect(marked('kitchen+knife', { title: 'Kitchen towel' }).title).toEqual([])
  expect(marked('kitchen+knife', { title: 'Knife', categories: ['Kitchen'] })).toEqual({
    title: ['Knife'],
    excerpt: 'Kitchen',
    matches: ['Kitchen'],
  })
})

test('a product whose title shows each word has no excerpt', () => {
  expect(marked('lamp', { title: 'Lamp', description: 'A lamp.' }).excerpt).toBeUndefined()
})

test('a word that the product lacks has no excerpt', () => {
  expect(marked('lamp zebra', { title: 'Lamp', description: 'Bright.' }).excerpt).toBeUndefined()
})

test('a fact is shown with its label in the language of the texts, before a description', () => {
  const texts = { title: 'Bag', facts: ['Leder'], factNames: ['material'], description: 'Aus Leder.' }
  expect(marked('leder', texts, { locale: 'de' })).toEqual({
    title: [],
    excerpt: 'Werkstoff: Leder',
    matches: ['Leder'],
  })
})

test('of several facts with a word the shortest is shown', () => {
  const facts = ['Leather balm twice a year', 'Leather']
  expect(marked('leather', { title: 'Bag', facts, factNames: ['care', 'material'] }).excerpt).toBe(
    'Material: Leather',
  )
})

test('a fact that the mall does not define is shown without a label', () => {
  expect(marked('matt', { title: 'Cup', facts: ['Matt'], factNames: ['glaze'] }).excerpt).toBe('Matt')
})

test('the path of categories shows a word of one of them', () => {
  expect(marked('lamps', { title: 'Brass lantern', categories: ['Lighting', 'Lamps'] })).toMatchObject({
    excerpt: 'Lighting › Lamps',
    matches: ['Lamps'],
  })
})

test('of a description the sentence with the word is shown', () => {
  const description = 'Made by hand. Fits a candle of any size.\n\nWash it.'
  expect(marked('candles', { title: 'Holder', description })).toMatchObject({
    excerpt: 'Fits a candle of any size.',
    matches: ['candle'],
  })
})

test('a long sentence is cut at words around the match', () => {
  const description = `${'before it '.repeat(40)}candle${' after it'.repeat(40)}.`
  const { excerpt = '', matches } = marked('candle', { title: 'Holder', description })
  expect(excerpt.length).toBeLessThanOrEqual(120)
  expect(excerpt).toMatch(/^…(before|it) .* candle .* (after|it)…$/)
  expect(matches).toEqual(['candle'])
})

test('a quoted text is marked without its stop words', () => {
  const more = { phrases: [[['man', undefined, 'moon']]] }
  expect(marked('', { title: 'Man of the moon' }, { more }).title).toEqual(['Man', 'moon'])
})

test('a word by which products are preferred is marked, and its lack is not explained', () => {
  const more = { notes: [{ kind: 'colour', word: 'blue' }] }
  expect(marked('mug', { title: 'Blue mug' }, { more }).title).toEqual(['Blue mug'])
  expect(marked('mug', { title: 'Mug', description: 'Also in blue.' }, { more }).excerpt).toBeUndefined()
})

test('neither an age nor a word that says nothing is marked', () => {
  const age = { notes: [{ kind: 'audience', word: 'from 3' }] }
  expect(marked('cup', { title: 'Cup from 3 potters' }, { more: age }).title).toEqual(['Cup'])
  const friend = { notes: [{ kind: 'audience', word: 'for my daughter' }] }
  expect(marked('', { title: 'Book for a daughter' }, { more: friend }).title).toEqual(['daughter'])
  const size = { notes: [{ kind: 'size', word: '42' }] }
  expect(marked('boot', { title: 'Boot 42' }, { more: size }).title).toEqual(['Boot 42'])
})

test('an Arabic word is marked with its marks', () => {
  expect(marked('قهوة', { title: 'كوب قَهْوَة صغير' }).title).toEqual(['قَهْوَة'])
})

test('an emoji beside a word stays whole', () => {
  expect(marked('mug', { title: '👩🏽‍🎨mug☕️' }).title).toEqual(['mug'])
  const painters = '👩🏽‍🎨'.repeat(60)
  const { excerpt = '' } = marked('candle', { title: 'Holder', description: `${painters}candles${painters}` })
  expect(excerpt.length).toBeLessThanOrEqual(120)
  expect(excerpt).toMatch(/^…(?:👩🏽‍🎨)+candles(?:👩🏽‍🎨)+…$/u)
})

test('combining marks belong to their word', () => {
  expect(marked('creme', { title: 'Cre\u0300me brûlée' }).title).toEqual(['Cre\u0300me'])
})

test('marks of direction are not in an excerpt, and do not hide a word of a title', () => {
  expect(marked('lamp', { title: '\u2067la\u200Dmp\u2069 x' }).title).toEqual(['la\u200Dmp'])
  expect(marked('candle', { title: 'Holder', description: '\u202EFor a \u2066candle\u2069.' }).excerpt).toBe(
    'For a candle.',
  )
})

test('a word too long for an excerpt is not shown', () => {
  const word = `candle${'\u0301'.repeat(200)}`
  expect(marked('candlé', { title: 'Holder', description: `For a ${word}.` }).excerpt).toBeUndefined()
})
