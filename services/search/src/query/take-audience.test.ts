import { expect, test } from 'vitest'
import { ask, english, german, ways } from './testing.ts'

test.each(['Oma', 'Mutter', 'Kollegin', 'grandma'])('German: a gift for %s is one for women', (who) => {
  const query = ask(`Geschenk für ${who}`, german)
  expect(query.preferences).toMatchObject({ gift: true, audience: ['women'] })
  expect(query.concepts).toEqual([])
})

test.each(['dad', 'grandpa', 'brother'])(
  'a gift for my %s is one for men, of what they want where that is sold',
  (who) => {
    const query = ask(`gift for my ${who}`)
    expect(query.preferences).toEqual({ gift: true, audience: ['men'], without: ['child'] })
    expect(ways(query).flat()).toEqual(who === 'grandpa' ? [] : ['tankard', 'fountain+pen'])
  },
)

test.each([
  ['gift for my daughter', 'kids'],
  ['gift for my nephew', 'kids'],
  ['Geschenk für Söhne', 'kids'],
  ['Geschenk für Maedchen', 'kids'],
  ['Geschenk für Großmutter', 'women'],
])('%s is for %s', (text, audience) => {
  expect(ask(text, german).preferences).toMatchObject({ gift: true, audience: [audience] })
})

test.each(['Muttern', 'Dame Spiel', 'Geschenk für Freunde'])('German: %s names no audience', (text) => {
  expect(ask(text, german).preferences.audience).toBeUndefined()
})

test.each([
  'lamp from 3',
  'lamp ages 3+',
  'lamp 3 years and up',
  'lamp for a 5 year old',
  'lamp for 5-year-olds',
  'lamp ages 3-5',
  'ages 3 to 5 lamp',
  'lamp 3-5 years',
  'lamp aged 4 years',
])('%s is for children', (text) => {
  const query = ask(text)
  expect(query.preferences.audience).toEqual(['kids'])
  expect(query.concepts.map((each) => each.text)).toEqual(['lamp'])
  expect(query.filters).toEqual({})
})

test.each([
  'Lampe ab 3',
  'Lampe ab 3 Jahren',
  'Lampe für 5-Jährige',
  'Lampe von 3 bis 5 Jahren',
  'Lampe 3 Jahre alt',
])('German: %s is for children', (text) => {
  const query = ask(text, german)
  expect(query.preferences.audience).toEqual(['kids'])
  expect(query.concepts.map((each) => each.text)).toEqual(['lampe'])
  expect(query.filters).toEqual({})
})

test.each([
  'lamp from 20',
  'lamp 30 years old',
  'lamp 3',
  'lamp 12 months',
  'lamp 2 years',
  'lamp ages 30-35',
])('%s is for nobody', (text) => {
  expect(ask(text).preferences.audience).toBeUndefined()
})

test('who is said twice is preferred once', () => {
  expect(ask('Kindergabel ab 5', german).preferences.audience).toEqual(['kids'])
  expect(ask('kids lamp from 3').preferences.audience).toEqual(['kids'])
})

test('of how many pieces a set is says nothing about them', () => {
  for (const text of ['lamp set of 2', 'set of two lamps', 'lamp pair of 2'])
    expect(ask(text).concepts.map((each) => each.text)).toEqual([expect.stringContaining('lamp')])
  expect(ask('2 lamps').concepts).toHaveLength(2)
  expect(ask('Lampe Satz von 4', german).concepts).toHaveLength(1)
})

test.each([
  ['Damentasche', 'women', ['tasche']],
  ['Herrenhandschuhe', 'men', ['handschuhe']],
  ['Kindergabel', 'kids', ['kinder', 'gabel']],
])('German: %s is for %s', (text, audience, concepts) => {
  const query = ask(text, german)
  expect(query.preferences.audience).toEqual([audience])
  expect(query.concepts.map((each) => each.text)).toEqual(concepts)
})

test.each([
  ['lamp girl 8 years', english],
  ['8 years girl lamp', english],
  ['Lampe Mädchen 8 Jahre', german],
])('beside a child, the number of years in %s is an age', (text, lexicon) => {
  const query = ask(text, lexicon)
  expect(query.preferences.audience).toEqual(['kids'])
  expect(query.concepts.map((each) => each.text.toLowerCase())).not.toContain('8')
})

test('a number of years without a child is no age', () => {
  expect(ask('lamp guarantee 8 years').preferences.audience).toBeUndefined()
})

test.each([
  ['gift for a lamp drinker', english, ['lamp']],
  ['lamp christening gift', english, ['lamp']],
  ['Lampe Taufgeschenk', german, ['lampe']],
])('%s is a gift', (text, lexicon, words) => {
  const query = ask(text, lexicon)
  expect(query.preferences.gift).toBe(true)
  expect(query.concepts.map((each) => each.text)).toEqual(words)
})
