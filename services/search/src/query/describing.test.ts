import { expect, test } from 'vitest'
import { ask, english, german, ways } from './testing.ts'

const headOf = (text: string, lexicon = english) =>
  ask(text, lexicon).concepts.find(({ isHead }) => isHead)?.text

test.each(['something round to make tea', 'to keep the rain off', 'for the garden'])(
  'in “%s” no word decides',
  (text) => {
    expect(ask(text).isDescriptive).toBe(true)
    expect(headOf(text)).toBeUndefined()
  },
)

test.each([
  'I need something for cold days',
  'looking for something to make tea',
  'make the room smell nice',
  'help me sleep',
  'so that my feet stay warm',
])('“%s” describes', (text) => {
  expect(ask(text).isDescriptive).toBe(true)
})

test.each([
  'damit es im Zimmer gut riecht',
  'ich suche etwas für kalte Füße',
  'was hilft gegen kalte Hände',
  'es soll gut riechen',
])('German: “%s” describes', (text) => {
  expect(ask(text, german).isDescriptive).toBe(true)
})

test.each([
  'looking for a lamp',
  'I need a lamp for reading',
  'make up bag',
  'room scent',
  'lamp for something',
])('“%s” names a product', (text) => {
  expect(ask(text).isDescriptive).toBeUndefined()
})

test('where everything may stand says little beside what is wanted', () => {
  const words = (text: string, lexicon = english) => ask(text, lexicon).concepts.map((each) => each.text)
  expect(words('make the room smell nice')).toEqual(['smell'])
  expect(words('damit es im Zimmer gut riecht', german)).toEqual(['riecht'])
  expect(words('something for the room')).toEqual(['room'])
})

test('a text that describes is met by what is wanted for its words', () => {
  expect(ways(ask('something for the neck'))).toEqual([['scarf']])
  expect(ways(ask('etwas für die Hände', german))[0]).toContain('glove')
  expect(ways(ask('Schal', german)).flat()).not.toContain('glove')
})

test('insisting on a text takes its words as they are', () => {
  expect(ways(ask('something for the neck', english, true))).toEqual([['neck']])
})

test('a noun that names what is wanted for a thing is about that', () => {
  const [neck] = ask('neck for winter').concepts
  expect(neck).toMatchObject({ isHead: true })
  expect(neck?.isUnsold).toBeUndefined()
})

test('a noun that titles only mention is not sold', () => {
  const unsold = (text: string) => ask(text).concepts.filter(({ isUnsold }) => isUnsold)
  expect(unsold('wool laptop').map(({ text }) => text)).toEqual(['laptop'])
  expect(unsold('people').map(({ text }) => text)).toEqual(['people'])
  expect(unsold('wool scarf')).toEqual([])
})
