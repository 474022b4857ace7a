import { expect, test } from 'vitest'
import { ask, english, german } from './testing.ts'

const headOf = (text: string, lexicon = english) =>
  ask(text, lexicon).concepts.find(({ isHead }) => isHead)?.text

test.each([
  ['warm scarf for winter', 'scarf'],
  ['a large oil lamp with a handle', 'lamp'],
  ['pair of garden boots', 'boots'],
  ['looking for a knife in leather', 'knife'],
  ['lamp set', 'lamp'],
  ['tea towel', 'towel'],
  ['trainer leather', 'trainer'],
  ['mug 300 ml', 'mug'],
  ['chocolate for a lover of knives', 'chocolate'],
])('%s is about the %s', (text, noun) => {
  expect(headOf(text)).toBe(noun)
})

test.each([
  ['große Teekanne', 'teekanne'],
  ['rote Teekanne aus Porzellan', 'teekanne'],
  ['Kochmesser Küche', 'kochmesser'],
  ['Regal für die Küche', 'regal'],
])('on a German page %s is about the %s', (text, noun) => {
  expect(headOf(text, german)).toBe(noun)
})

test.each(['wooden', 'blue for children', '"oil lamp"', 'gift for a gardener', 'wool', '42'])(
  '%s is about no noun',
  (text) => {
    expect(headOf(text)).toBeUndefined()
  },
)

test('a text for a gift is about a noun only where titles are', () => {
  expect(headOf('knife gift')).toBe('knife')
  expect(headOf('towel gift')).toBeUndefined()
})
