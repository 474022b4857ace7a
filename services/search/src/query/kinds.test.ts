import { expect, test } from 'vitest'
import { lexiconOf } from '../lexicon/testing.ts'
import { ask, german, ways } from './testing.ts'

const waysOf = (text: string) => ways(ask(text, german))[0]

test('German: a compound is met, less well, by its last part', () => {
  const { concepts } = ask('Fadenlampe', german)
  const [first, ...others] = concepts[0]!.alternatives
  expect(first).toEqual({ stems: ['de.fadenlamp'], weight: 1 })
  expect(others.find(({ stems }) => stems[0] === 'lamp')?.weight).toBeLessThanOrEqual(0.5)
})

test.each(['Fernglas', 'Plattenspieler', 'Geschirrtuch'])(
  'German: %s has synonyms, and is no kind of its last part',
  (text) => {
    expect(ask(text, german).notes).toEqual([])
    expect(waysOf(text)).toHaveLength(1)
  },
)

test('German: a word that synonyms name in English is hardly meant as an English one', () => {
  const [{ alternatives } = { alternatives: [] }] = ask('Hose', german).concepts
  const weightOf = (stem: string) => alternatives.find(({ stems }) => stems[0] === stem)?.weight ?? 0
  expect(weightOf('hose')).toBeLessThan(0.5)
})

test.each([
  ['Kamm', 'Kammer'],
  ['Wand', 'wandern'],
])('German: %s and %s are words of their own', (one, other) => {
  expect(german.terms(one)).not.toEqual(german.terms(other))
})

test('women, alone, are the departments for them; something for someone is a gift', () => {
  expect(ask('women').preferences).toMatchObject({ categories: ['clothes', 'shoes-and-bags'] })
  expect(ask('women lamp').preferences.categories).toBeUndefined()
  expect(ask('gift for women').preferences).toEqual({
    gift: true,
    audience: ['women'],
    without: ['child'],
  })
  expect(ask('something for grandma').preferences.gift).toBe(true)
})

test('the number of a model is no price', () => {
  expect(ask('air max 90').filters).toEqual({})
  expect(ask('lamp max 90').filters).toEqual({ maxPriceMinor: 9000 })
})

test('German: plurals of words in el are those words', () => {
  expect(german.terms('schüsseln')[0]).toBe(german.terms('schüssel')[0])
})

test('German: what is made of a material is that thing, and a material is no kind of a compound', () => {
  const { concepts, preferences } = ask('Holzlampe', german)
  expect(concepts.map(({ text, isHead }) => [text, isHead])).toEqual([
    ['holz', undefined],
    ['lampe', true],
  ])
  expect(preferences.materials).toContain('beech')
  expect(ways(ask('Ledertasche', german))[1]).toContain('bugeltasch')
  expect(ways(ask('Lederhandschuhe', german))[1]).toContain('glove')
  expect(waysOf('Bügelleder')).not.toContain('leder')
})

test('a word for a group of things is met by these', () => {
  expect(ways(ask('drinkware'))[0]).toEqual(expect.arrayContaining(['mug', 'tankard']))
  expect(waysOf('Musikinstrumente')).toContain('parlorgitarr')
})

const vague = await lexiconOf('en', {
  titles: [
    'Small cruiser board',
    'Game with a board',
    'Brass push pins',
    'Wash bag',
    'Kitchen knife',
    'Iron skillet',
    'Pan',
    'Playing cards',
    'Tool chest',
  ],
  descriptions: ['For cutting'],
})

test.each([
  ['cutting board', ['cut+board']],
  ['ironing board', ['iron+board']],
  ['rolling pin', ['roll+pin']],
  ['sleeping bag', ['sleep+bag']],
  ['cutting board with a handle', ['cut+board']],
  ['cruiser board small', ['cruiser+board']],
])('%s is none of its last word', (text, both) => {
  expect(ways(ask(text, vague))[0]).toEqual(both)
})

test.each([
  ['small board', 'board'],
  ['wooden board', 'board'],
  ['board game', 'game'],
  ['bread knife', 'knife'],
  ['frying pan', 'pan'],
])('%s is a kind of its last word', (text, last) => {
  expect(ways(ask(text, vague)).at(-1)).toContain(last)
})

test('a word that is vague alone is met by itself, and as typed where a shopper insists', () => {
  expect(ways(ask('board', vague))).toEqual([['board']])
  expect(ways(ask('cutting board', vague, true))).toEqual([['cut'], ['board']])
})

test('German: a compound with a vague last part is met by both parts only', async () => {
  const sold = await lexiconOf('de', { titles: ['Kleines Brett', 'Feines Papier', 'Roter Faden', 'Uhr'] })
  expect(ways(ask('Fadenpapier', sold))[0]).toEqual(['fad+papi'])
  expect(ways(ask('Schneidebrett', sold)).flat()).not.toContain('brett')
  expect(ways(ask('Spieluhr', sold)).flat()).not.toContain('uhr')
})
