import { expect, test } from 'vitest'
import { ask, english, german, ways } from './testing.ts'
import { understand } from './understand.ts'

test.each([
  ['lamp under 30', { maxPriceMinor: 3000 }],
  ['lamp below €19.99', { maxPriceMinor: 1999 }],
  ['lamp up to 1,250.50', { maxPriceMinor: 125_050 }],
  ['lamp between 20 and 40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp between 40 and 20', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp between 20-40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp 20-40 €', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp €30-€50', { minPriceMinor: 3000, maxPriceMinor: 5000 }],
  ['lamp 30 to 50 euros', { minPriceMinor: 3000, maxPriceMinor: 5000 }],
  ['lamp from 20 to 40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['20 to 40 lamp', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp 20 - 40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp 20-40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp 20–40, blue', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp 36 - 46', {}],
  ['lamp 36-46', {}],
  ['lamp 10-14', {}],
  ['lamp 20-40cm', {}],
  ['lamp 20-40w', {}],
  ['lamp 20-40 pack', {}],
  ['lamp 12-24-36', {}],
  ['lamp AB-12-40', {}],
  ['lamp 12-40-A', {}],
  ['lamp size 20-40', {}],
  ['lamp 3-5 years', {}],
  ['lamp 2-pack', {}],
  ['lamp A4', {}],
  ['lamp unter 30 €', { maxPriceMinor: 3000 }],
  ['lamp bis 30 Euro', { maxPriceMinor: 3000 }],
  ['lamp höchstens 30', { maxPriceMinor: 3000 }],
  ['lamp zwischen 20 und 40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['lamp um die 50 Euro', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['lamp ab 3 Jahren', {}],
  ['lamp 20 - 40 cm', {}],
  ['lamp under 30-40', { maxPriceMinor: 4000 }],
  ['lamp 36 to 46', {}],
  ['lamp 2 to 6', {}],
  ['lamp 20 to 40 cm', {}],
  ['lamp 30,-', { maxPriceMinor: 3000 }],
  ['lamp over 50', { minPriceMinor: 5000 }],
  ['lamp under EUR 20', { maxPriceMinor: 2000 }],
  ['lamp max. 30', { maxPriceMinor: 3000 }],
  ['lamp max.30', { maxPriceMinor: 3000 }],
  ['lamp max: 30', { maxPriceMinor: 3000 }],
  ['lamp <30', { maxPriceMinor: 3000 }],
  ['lamp<30', { maxPriceMinor: 3000 }],
  ['lamp <= 30 €', { maxPriceMinor: 3000 }],
  ['lamp > 20 < 50', { minPriceMinor: 2000, maxPriceMinor: 5000 }],
  ['lamp under thirty', { maxPriceMinor: 3000 }],
  ['lamp under a hundred euros', { maxPriceMinor: 10_000 }],
  ['lamp between twenty and forty', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['fifty euro lamp', { maxPriceMinor: 5000 }],
  ['lamp 30 or less', { maxPriceMinor: 3000 }],
  ['lamp 30€ max', { maxPriceMinor: 3000 }],
  ['lamp €20+', { minPriceMinor: 2000 }],
  ['lamp 20 euros and up', { minPriceMinor: 2000 }],
  ['lamp around 50', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['lamp about 50 euros', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['lamp ~50', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['lamp price under 30', { maxPriceMinor: 3000 }],
  ['lamp not more expensive than 30', { maxPriceMinor: 3000 }],
  ['lamp from 20', { minPriceMinor: 2000 }],
  ['lamp from 3', {}],
  ['lamp from 1950', {}],
  ['lamp about 1984', {}],
  ['lamp ages 3 and up', {}],
  ['lamp 20 min', {}],
  ['lamp under 30 cm', {}],
  ['lamp 42', {}],
  ['lamp no more than 30', { maxPriceMinor: 3000 }],
  ['lamp not over 30', { maxPriceMinor: 3000 }],
  ['lamp not less than 30', { minPriceMinor: 3000 }],
  ['lamp over 20 under 50', { minPriceMinor: 2000, maxPriceMinor: 5000 }],
  ['lamp for up to 4 people', {}],
  ['lamp over 5 metres', {}],
  ['lamp under 60 watts', {}],
  ['lamp over 40 inches', {}],
  ['lamp under 6 months', {}],
])('%s has the price %o', (text, filters) => {
  const query = ask(text)
  expect(query.filters).toEqual(filters)
  expect(ways(query).flat()).toContain('lamp')
})

test.each([
  ['Lampe bis 30 €', { maxPriceMinor: 3000 }],
  ['Lampe unter 19,99', { maxPriceMinor: 1999 }],
  ['Lampe unter 30,50', { maxPriceMinor: 3050 }],
  ['Lampe bis 30,- €', { maxPriceMinor: 3000 }],
  ['Lampe bis zu 1.299,00 Euro', { maxPriceMinor: 129_900 }],
  ['Lampe max. 30', { maxPriceMinor: 3000 }],
  ['Lampe max.30', { maxPriceMinor: 3000 }],
  ['Lampe bis max. 30 €', { maxPriceMinor: 3000 }],
  ['Lampe bis 30 Euro max.', { maxPriceMinor: 3000 }],
  ['Lampe unter dreißig Euro', { maxPriceMinor: 3000 }],
  ['Lampe 30 Euro oder weniger', { maxPriceMinor: 3000 }],
  ['Lampe Preis bis 30', { maxPriceMinor: 3000 }],
  ['Lampe zwischen 20 und 40 Euro', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['Lampe von 20 bis 40 Euro', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['Lampe 30 bis 50 Euro', { minPriceMinor: 3000, maxPriceMinor: 5000 }],
  ['Lampe ab 20 €', { minPriceMinor: 2000 }],
  ['Lampe ab 20', { minPriceMinor: 2000 }],
  ['Lampe min. 20 €', { minPriceMinor: 2000 }],
  ['Lampe teurer als 20', { minPriceMinor: 2000 }],
  ['Lampe ca. 50 €', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['Lampe um die 50 Euro', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['Lampe under 30', { maxPriceMinor: 3000 }],
  ['Lampe 20-40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['Lampe ab 3', {}],
  ['Lampe ab 14 Jahre', {}],
  ['Lampe ab 3 Jahren', {}],
  ['Lampe ab 20 Stück', {}],
  ['Lampe nicht mehr als 30 Euro', { maxPriceMinor: 3000 }],
  ['Lampe nicht unter 30', { minPriceMinor: 3000 }],
  ['Lampe mindestens 20 höchstens 50 Euro', { minPriceMinor: 2000, maxPriceMinor: 5000 }],
  ['Lampe ab 20 € bis 50 €', { minPriceMinor: 2000, maxPriceMinor: 5000 }],
  ['Lampe 20€ - 40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['Lampe für 2 bis 4 Personen', {}],
  ['Lampe über 500 Teile', {}],
  ['Lampe unter 20 Zentimeter', {}],
  ['Lampe Größe 42 bis 44', {}],
])('German: %s has the price %o', (text, filters) => {
  const query = ask(text, german)
  expect(query.filters).toEqual(filters)
  expect(ways(query)[0]).toContain('fadenlamp')
})

test.each([
  'lamp over 20 under 50',
  'lamp no more than 30',
  'Lampe max.30',
  'Lampe bis 30 Euro max.',
  'Lampe bis 30,- €',
  'Lampe mindestens 20 höchstens 50 Euro',
  'Lampe ab 20 € bis 50 €',
  'Lampe 20€ - 40',
  'Lampe um die 50 Euro',
  'lamp 20 euros and up',
])('nothing of the price in %s stays a word', (text) => {
  expect(ask(text, german).concepts.map((each) => each.text.toLowerCase())).toEqual([
    expect.stringMatching(/^lampe?$/),
  ])
})

test.each([
  ['Schuhe Größe 42 bis 44', ['42', '43', '44'], {}],
  ['Schuhe Gr.42', ['42'], {}],
  ['Schuhe Größe S-L', ['s', 'm', 'l'], {}],
  ['Schuhe Größe 42 bis 50 €', ['42'], { maxPriceMinor: 5000 }],
])('%s has the sizes %o', (text, sizes, filters) => {
  const query = ask(text, german)
  expect(query.preferences.sizes).toEqual(sizes)
  expect(query.filters).toEqual(filters)
})

test.each([
  ['lamp under $20', 'under $20'],
  ['lamp $20-$40', '$20-$40'],
  ['lamp 30 bucks', '30 bucks'],
  ['lamp under £20', 'under £20'],
  ['lamp unter 30 Franken', 'unter 30 Franken'],
  ['lamp about ¥5000', 'about ¥5000'],
])('%s names another currency, and filters nothing', (text, word) => {
  const query = ask(text)
  expect(query.filters).toEqual({})
  expect(query.notes).toEqual([{ kind: 'foreignPrice', word }])
  expect(query.concepts.map((each) => each.text)).toEqual(['lamp'])
})

test('a price in the currency of the page filters', () => {
  const { filters } = understand('lamp under $20', { lexicon: english, currency: 'USD' })
  expect(filters).toEqual({ maxPriceMinor: 2000 })
})
