import { expect, test } from 'vitest'
import { lexiconOf } from '../lexicon/testing.ts'
import { ask, english, ways } from './testing.ts'

const shop = await lexiconOf('de', {
  titles: ['Rote Kerze', 'Große Lampe', 'Stuhl', 'Feiner Schirm', 'Kiss-lock coin purse', 'Spielzeug'],
})

test.each([
  ['Duftkerzze', 'duftkerze', 'kerz'],
  ['Schreibtischlmape', 'schreibtischlampe', 'lamp'],
  ['Gartenstulh', 'gartenstuhl', 'stuhl'],
  ['Portmonnee', 'portmonee', 'purs'],
])('%s is %s with a typing error', (text, to, stem) => {
  const query = ask(text, shop)
  expect(query.notes).toContainEqual({ kind: 'corrected', from: text.toLowerCase(), to })
  expect(ways(query).flat()).toContain(stem)
})

test.each(['Thermomix', 'Playmobil', 'Lamborghini', 'Handtuch', 'Bildschirm', 'Duftkerze'])(
  '%s has no typing error',
  (text) => {
    expect(ask(text, shop).notes.map(({ kind }) => kind)).not.toContain('corrected')
  },
)

test('a shopper who insists, and a language without compounds, have no parts corrected', () => {
  expect(ask('Duftkerzze', shop, true).notes).toEqual([])
  expect(ask('desklapm', english).notes.map(({ kind }) => kind)).not.toContain('corrected')
})
