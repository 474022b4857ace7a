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
