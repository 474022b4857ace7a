import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { lexiconOf } from '../lexicon/testing.ts'
import { tokens } from '../lexicon/tokens.ts'
import { understand } from './understand.ts'

const lexicons = await Promise.all([
  lexiconOf('en', { titles: ['Clay oil lamp', 'Over-ear headphones'], shops: ['Kiln & Kettle'] }),
  lexiconOf('de', { titles: ['Warme Fadenlampe', 'Kochmesser'], shops: ['Kiln & Kettle'] }),
  lexiconOf('ar', { titles: ['Clay oil lamp', 'Small knife'], shops: ['Kiln & Kettle'] }),
])
const ask = (text: string) => lexicons.map((lexicon) => understand(text, { lexicon, currency: 'EUR' }))

const pieces = constantFrom(
  ...'lamp Lampe " „ - -- * ? :* & | ! ( ) <-> ~2 ^ \' \\ ; % _ <script> under bis 19,99 € 1e999 500ml size'.split(
    ' ',
  ),
  ...'<30 ≤ >= ~50 max. 30- 30,- EUR und and between between twenty 2 gift set أقل من ٣٠ ٫ ٬ بين و40 والمصباح ات ال لل'.split(
    ' ',
  ),
  ...'👩‍👩‍👧 🔪 مصباح 灯 ล constructor __proto__ toString'.split(' '),
  '\u{202E}',
  '\u{200D}',
  '\u{2066}',
  '\u{2069}',
  '\u{301}',
  'ـ'.repeat(20),
  '-a "b" '.repeat(12),
  '\u{FEFF}',
  '\u{0}',
  '\u{D800}',
  '\n',
  'a'.repeat(300),
)
const hostile = oneof(
  string({ unit: 'binary', maxLength: 400 }),
  array(oneof(pieces, string({ maxLength: 4 })), { maxLength: 60 }).map((all) => all.join(' ')),
  array(pieces, { maxLength: 60 }).map((all) => all.join('')),
)

test('no text throws, and each is read in bounds', () => {
  assert(
    property(hostile, (text) => {
      for (const query of ask(text)) {
        expect(query.text.length).toBeLessThanOrEqual(200)
        expect(query.text.isWellFormed()).toBe(true)
        expect(query.text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(query.concepts.length).toBeLessThanOrEqual(12)
        expect(query.phrases.length).toBeLessThanOrEqual(6)
        expect(query.excluded.length).toBeLessThanOrEqual(6 * 10)
        for (const { alternatives } of query.concepts) {
          expect(alternatives.length).toBeGreaterThan(0)
          expect(alternatives.length).toBeLessThanOrEqual(32)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('stems consist of letters and digits, so that no engine reads an operator in them', () => {
  assert(
    property(hostile, (text) => {
      for (const { concepts, phrases, excluded } of ask(text)) {
        const stems = concepts.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.stems))
        const quoted = phrases.flat(2).filter((stem) => stem !== undefined)
        for (const stem of [...stems, ...quoted, ...excluded.flat()]) {
          expect(stem).toMatch(/^[\p{L}\p{M}\p{N}.]{1,64}$/u)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('weights are above 0 and at most 1, prices whole', () => {
  assert(
    property(hostile, (text) => {
      for (const { concepts, filters } of ask(text)) {
        const weights = concepts.flatMap(({ alternatives }) => alternatives.map(({ weight }) => weight))
        expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true)
        const prices = [filters.minPriceMinor, filters.maxPriceMinor].filter((each) => each !== undefined)
        expect(prices.every(Number.isSafeInteger)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('the same text is always read alike', () => {
  assert(
    property(hostile, (text) => {
      expect(ask(text)).toEqual(ask(text))
    }),
    { numRuns: 100 },
  )
})

test('ten thousand characters are cut, marks of direction dropped', () => {
  expect(ask('lamp '.repeat(2000))[0]?.concepts.length).toBe(12)
  expect(ask('\u{202E}lamp\u{2066}')[0]?.text).toBe('lamp')
  expect(ask('la\u{200B}mp')[0]?.concepts[0]?.alternatives).toEqual([{ stems: ['lamp'], weight: 1 }])
})

test('tokens are in lower case and without separators', () => {
  assert(
    property(hostile, (text) => {
      for (const token of tokens(text)) expect(token).toMatch(/^[^\s\p{P}\p{S}\p{Lu}]+$|^\p{Nd}[\p{Nd}.]*$/u)
    }),
  )
})
