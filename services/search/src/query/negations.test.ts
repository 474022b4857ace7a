import { expect, test } from 'vitest'
import { ask, english, german } from './testing.ts'

const readOf = (text: string, lexicon = english) => {
  const { concepts, excluded, filters, preferences } = ask(text, lexicon)
  return { words: concepts.map((each) => each.text), excluded, filters, preferences }
}

test.each([
  ['scarf not wool', ['scarf'], [['wool']]],
  ['scarf not of wool', ['scarf'], [['wool']]],
  ['no chocolate lamp', ['no', 'chocolate', 'lamp'], []],
  ['lamp no paper', ['lamp'], [['paper']]],
])('%s leaves out what it negates', (text, words, excluded) => {
  expect(readOf(text)).toMatchObject({ words, excluded })
})

test.each(['Lampe kein Papier', 'Lampe nicht aus Papier'])('German: %s leaves out paper', (text) => {
  const { words, excluded } = readOf(text, german)
  expect([words, excluded.flat()]).toEqual([['lampe'], ['de.papi']])
})

test('a price that is negated is a price', () => {
  expect(readOf('lamp not over 30')).toMatchObject({ excluded: [], filters: { maxPriceMinor: 3000 } })
  expect(readOf('Lampe nicht über 30 Euro', german)).toMatchObject({
    excluded: [],
    filters: { maxPriceMinor: 3000 },
  })
})

test('what a product should not have is preferred to be absent', () => {
  expect(readOf('mug without a handle')).toMatchObject({
    words: ['mug'],
    excluded: [],
    preferences: { without: ['handl'] },
  })
  expect(readOf('Lampe ohne Kabel', german)).toMatchObject({
    words: ['lampe'],
    preferences: { without: ['de.kabel'] },
  })
})

test('words as they were typed negate nothing', () => {
  const { excluded, preferences } = ask('mug without a handle not blue', english, true)
  expect([excluded, preferences.without]).toEqual([[], undefined])
})
