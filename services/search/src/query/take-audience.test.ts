import { expect, test } from 'vitest'
import { ask, german } from './testing.ts'

test.each(['Oma', 'Mutter', 'Kollegin', 'grandma'])('German: a gift for %s is one for women', (who) => {
  const query = ask(`Geschenk für ${who}`, german)
  expect(query.preferences).toEqual({ gift: true, audience: ['women'] })
  expect(query.concepts).toEqual([])
})

test.each(['dad', 'grandpa', 'brother'])('a gift for my %s is one for men', (who) => {
  expect(ask(`gift for my ${who}`).preferences).toEqual({ gift: true, audience: ['men'] })
})

test.each([
  ['gift for my daughter', 'kids'],
  ['gift for my nephew', 'kids'],
  ['Geschenk für Söhne', 'kids'],
  ['Geschenk für Maedchen', 'kids'],
  ['Geschenk für Großmutter', 'women'],
])('%s is for %s', (text, audience) => {
  expect(ask(text, german).preferences).toEqual({ gift: true, audience: [audience] })
})

test.each(['Muttern', 'Dame Spiel', 'Geschenk für Freunde'])('German: %s names no audience', (text) => {
  expect(ask(text, german).preferences.audience).toBeUndefined()
})
