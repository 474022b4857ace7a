import { expect, test } from 'vitest'
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
