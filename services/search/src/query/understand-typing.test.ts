import { expect, test } from 'vitest'
import { english, german, kinds, ways } from './testing.ts'
import { understandTyping } from './understand-typing.ts'

const typing = (text: string, lexicon = english) => understandTyping(text, { lexicon, currency: 'EUR' })
const begun = (text: string, lexicon = english) =>
  typing(text, lexicon).begun.map(({ stems }) => stems.join('+'))

test('the last word may become each word of products that begins so, and is no typing error', () => {
  expect(begun('wool sca')).toEqual(['scarf'])
  expect(begun('kniv')).toEqual([])
  expect(kinds(typing('umbre').structured)).toEqual([])
  expect(begun('umbre')).toEqual(['umbrella'])
})

test('words before it are read as in a search', () => {
  const { structured } = typing('blue umbrella under 30 kni')
  expect(structured.filters).toEqual({ maxPriceMinor: 3000 })
  expect(structured.preferences.colours?.values).toContain('ink')
  expect(ways(structured).map(([first]) => first)).toEqual(['umbrella', 'kni'])
})

test('a beginning that no word of products has is one of other names for them', () => {
  expect(begun('sneak')).toContain('trainer')
  expect(begun('regensch', german)).toContain('umbrella')
})

test('a text without a word grows into nothing', () => {
  for (const text of ['', ' ', '!!!', 'k', '-']) expect(typing(text).begun).toEqual([])
})
