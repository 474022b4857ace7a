import { expect, test } from 'vitest'
import { lexiconOf } from '../lexicon/testing.ts'
import { ask, english, german, kinds, ways } from './testing.ts'

test.each([
  ['lamps', ['lamp']],
  ['knives', ['knife']],
  ['the best headphones online', ['headphon']],
  ['vases for my children', ['vase', 'child']],
])('%s is met by the stems %s', (text, stems) => {
  expect(ways(ask(text)).map(([first]) => first)).toEqual(stems)
})

test.each(['kiln and kettle mug', 'mug kiln & kettle', 'kiln ketle mug', 'Kiln Kettle mug'])(
  '%s has a shop as its filter, not as text',
  (text) => {
    const query = ask(text)
    expect(query.filters).toEqual({ sellerSlug: 'kiln-kettle' })
    expect(query.concepts.map((each) => each.text)).toEqual(['mug'])
  },
)

test('the name of a shop may have a typing error', () => {
  expect(ask('northmor').filters).toEqual({ sellerSlug: 'northmoor' })
  expect(ask('northmor', english, true).filters).toEqual({})
})

test('a word that only the name of a shop has is that shop', () => {
  for (const text of ['kiln', 'mug kiln', '"kiln & kettle"'])
    expect(ask(text).filters).toEqual({ sellerSlug: 'kiln-kettle' })
  for (const text of ['lantern', 'mug lantern']) expect(ask(text).filters).toEqual({})
  expect(ask('mug kiln', english, true).filters).toEqual({})
})

test.each([
  ['clothes', 'clothes'],
  ['clothes under 30', 'clothes'],
  ['food', 'pantry'],
  ['toys & games', 'toys-and-games'],
])('%s names the category %s', (text, slug) => {
  expect(ask(text).preferences.categories).toEqual([slug])
})

test('a part of a category’s name, or a word beside it, is none', () => {
  for (const text of ['cloth', 'toys', 'clothes lamp', '"clothes"'])
    expect(ask(text).preferences.categories).toBeUndefined()
})

test('colour, size, gift, audience and price words prefer, and are no text', () => {
  const query = ask('cheap blue boots size 42 gift for women')
  expect(ways(query)).toEqual([['boot']])
  expect(query.preferences).toMatchObject({
    colours: { values: ['cobalt', 'navy', 'sky', 'ink'], near: ['teal'], words: ['blue'] },
    sizes: ['42'],
    audience: ['women'],
    gift: true,
    cheap: true,
  })
  expect(kinds(query)).toEqual(['size', 'gift', 'audience', 'colour'])
})

test.each([
  ['black and white mug', english],
  ['white black mug', english],
  ['schwarz-weiße Tasse', german],
])('%s may have either colour', (text, lexicon) => {
  const { preferences, concepts, notes } = ask(text, lexicon)
  expect(preferences.colours?.values).toEqual(expect.arrayContaining(['chalk', 'black']))
  expect(concepts.length).toBe(1)
  expect(notes.filter(({ kind }) => kind === 'colour').length).toBe(2)
})

test.each(['rote Lampe', 'roter Lampe', 'Lampe in Rot', 'red lamp'])('German: %s is red', (text) => {
  expect(ask(text, german).preferences.colours?.values).toEqual(['berry', 'coral', 'rust'])
})

test.each([
  ['wedding gift', english],
  ['Hochzeitsgeschenk', german],
  ['Geschenk zur Hochzeit', german],
  ['Muttertag', german],
])('%s is a present, the occasion no word', (text, lexicon) => {
  const query = ask(text, lexicon)
  expect(query.preferences.gift).toBe(true)
  expect(query.concepts).toEqual([])
  expect(ask('wedding lamp').concepts.map((each) => each.text)).toEqual(['wedding', 'lamp'])
})

test('a number is met by its word, and the other way round', () => {
  expect(ways(ask('umbrella 2 people'))[1]).toContain('two')
  expect(ways(ask('boots forty two'))[0]).not.toContain('2')
  expect(ways(ask('Schirm für zwei', german))[1]).toContain('two')
})

test('a set of knives is knives', () => {
  expect(ways(ask('Messerset', german))[0]).toContain('kochmess')
  expect(ways(ask('Messerset', german))[0]).not.toContain('set')
})

test('a German page leaves a word out in English too', () => {
  expect(ask('Lampe -Schirm', german).excluded).toContainEqual(['umbrella'])
  expect(ask('lamp -umbrella').excluded).toEqual([['umbrella']])
})

test('German: a stem is that of a text in German, or of a word that English has too', async () => {
  const titles = ['Kiss-lock coin purse', 'Playing cards, a deck', 'Clay lamp', 'Blue vase']
  const lexicon = await lexiconOf('de', { titles })
  const stems = (text: string) =>
    ask(text, lexicon).concepts.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.stems))
  expect(stems('Kissen')).not.toContain('kiss')
  expect(stems('Decke')).not.toContain('deck')
  expect(stems('Lampe')).toEqual(expect.arrayContaining(['de.lamp', 'lamp']))
  expect(stems('Vase')).toEqual(expect.arrayContaining(['de.vas', 'vase']))
})

test('where synonyms name a thing, other names of its word do not', () => {
  expect(ways(ask('Brille', german))[0]).not.toContain('glass')
})

test('cream is a colour, but a thing behind another word', () => {
  for (const text of ['hand cream', 'ice cream scoop']) {
    expect(ask(text).preferences).toEqual({})
    expect(
      ask(text)
        .concepts.map((each) => each.text)
        .join(' '),
    ).toBe(text)
  }
  for (const text of ['cream vase', 'vase in cream'])
    expect(ask(text).preferences.colours?.values).toEqual(['oat', 'stone'])
  expect(ask('Hand Creme', german).preferences).toEqual({})
})

test('German: Messing is a material, Messer is none', () => {
  expect(ask('Messing', german).preferences.materials).toEqual(['brass'])
  expect(ask('Messer', german).preferences).toEqual({})
})

test('materials stay words, because titles name them', () => {
  const query = ask('leather trainers')
  expect(query.preferences.materials).toEqual(['leather', 'suede'])
  expect(query.concepts.map(({ text }) => text)).toEqual(['leather', 'trainers'])
})

test('a number and its unit are one concept, in any unit of that kind', () => {
  expect(ways(ask('500ml tankard'))[0]).toContain('0.5+l')
  expect(ways(ask('0,3 litre mug'))[0]).toContain('300+ml')
})

test.each(['½ l tankard', '1/2 l tankard', '.5l tankard'])('%s is half a litre', (text) => {
  expect(ways(ask(text))[0]).toContain('0.5+l')
})

test('a letter and its number are one concept', () => {
  const query = ask('notebook A5 lamp')
  expect(query.concepts.map(({ text }) => text)).toEqual(['notebook', 'a5', 'lamp'])
  expect(ways(query)[1]).toEqual(['a5'])
})

test('a phrase of a text without a translation is met by the stems of either language', () => {
  expect(ways(ask('"fine gloves"', german))).toEqual([
    ['fin', 'fine'],
    ['glov', 'glove'],
  ])
})

test('words that products write as one are joined, and the other way round', () => {
  expect(ways(ask('tea pot'))).toEqual([['teapot']])
  expect(ways(ask('fountainpen'))).toEqual([['fountain+pen']])
  expect(ask('tea pot').notes).toEqual([{ kind: 'joined', from: 'tea pot', to: 'teapot' }])
  expect(ask('fountainpen').notes).toEqual([{ kind: 'split', from: 'fountainpen', to: 'fountain pen' }])
})

test('two words are joined with spelling help, where one of them stays as typed', () => {
  expect(ways(ask('tee pot'))[0]).toContain('teapot')
  expect(ask('tee pot').notes).toEqual([{ kind: 'corrected', from: 'tee pot', to: 'teapot' }])
  expect(ways(ask('Tee Kane', german))[0]).toContain('teekann')
  expect(ask('tee pot', english, true).notes).toEqual([])
  for (const text of ['red pot', 'lamp tea', 'tea pen']) expect(kinds(ask(text))).not.toContain('corrected')
})

test('synonyms of one word and of several are met with less weight', () => {
  expect(ask('sneakers').concepts[0]?.alternatives).toEqual([{ stems: ['trainer'], weight: 0.8 }])
  expect(ways(ask('soccer ball'))).toEqual([['footbal']])
})

test.each([
  ['headfones', 'headphones'],
  ['sneekers', 'sneaker'],
  ['umbrellaa', 'umbrella'],
  ['lampr', 'lamp'],
  ['umbrela', 'umbrella'],
  ['choclate', 'chocolate'],
  ['scraf', 'scarf'],
])('%s is corrected to %s, and says so', (from, to) => {
  expect(ask(from).notes).toEqual([{ kind: 'corrected', from, to }])
})

test('a shopper may insist on what was typed', () => {
  const query = ask('umbrela tea pot', english, true)
  expect(query.notes).toEqual([])
  expect(query.concepts.map(({ text }) => text)).toEqual(['umbrela', 'tea', 'pot'])
})

test('a word of descriptions is a word, even where no dictionary has it', () => {
  expect(ask('violins').notes).toEqual([])
  expect(ways(ask('violins'))).toEqual([['violin']])
})

test('the last word may be typed in part, an earlier one not', () => {
  expect(ways(ask('ceram'))).toEqual([['ceram']])
  expect(ways(ask('umbr'))).toEqual([['umbrella']])
  expect(ways(ask('umbr lamp'))[0]).not.toContain('umbrella')
})

test('quotes are phrases, a minus leaves out', () => {
  expect(ask('"oil lamp"')).toMatchObject({ phrases: [[['oil', 'lamp']]], excluded: [] })
  expect(ask('„Kaktus im Tontopf“', german).phrases).toEqual([
    [
      ['de.kaktus', undefined, 'de.tontopf'],
      ['kaktus', 'im', 'tontopf'],
    ],
  ])
  expect(ask('lamp -clay -"round teapot"')).toMatchObject({ excluded: [['clay'], ['round', 'teapot']] })
  expect(ways(ask('lamp -clay'))).toEqual([['lamp']])
  expect(ask('over-ear').excluded).toEqual([])
})

test('a phrase to leave out may stand before others', () => {
  const query = ask('-"oil lamp" cup "round teapot"')
  expect(query).toMatchObject({ phrases: [[['round', 'teapot']]], excluded: [['oil', 'lamp']] })
  expect(query.concepts.map(({ text }) => text)).toContain('cup')
  expect(ask('"round -teapot"')).toMatchObject({ phrases: [[['round', 'teapot']]], excluded: [] })
})

test('stop words of a phrase keep their place, and are needed nowhere', () => {
  expect(ask('„Tasche für Kinder“', german).phrases[0]).toContainEqual(['de.tasch', undefined, 'de.kind'])
  expect(ask('"any lamp"').phrases).toEqual([[['lamp']]])
  expect(ask('lamp "any"').phrases).toEqual([])
  expect(ask('Lampe -"Tasche für Kinder"', german).excluded).toContainEqual(['de.tasch', 'de.kind'])
  expect(ask('lamp -any').excluded).toEqual([])
  expect(ways(ask('lamp-for-2024'))).toEqual([['lamp+2024']])
})

test('a phrase is read in each language of the page, with the stop words of that language', () => {
  expect(ask('"umbrella for two people"', german).phrases[0]).toContainEqual([
    'umbrella',
    undefined,
    'two',
    'peopl',
  ])
  expect(ask('"notes on the die"', german).phrases).toEqual([
    [
      ['de.not', 'de.on', 'de.the'],
      ['note', undefined, undefined, 'die'],
    ],
  ])
})

test('numbers of articles and orders are kept as typed', () => {
  expect(ask('clay-oil-lamp.rust lamp').skus).toEqual(['clay-oil-lamp.rust'])
  expect(ask('WH-1000XM5').skus).toEqual(['WH-1000XM5'])
  expect(ask('MH-7K2F9QRS').skus).toEqual(['MH-7K2F9QRS'])
  expect(ask('#40063812').skus).toEqual(['40063812'])
  expect(kinds(ask('WH-1000XM5'))).toEqual([])
})

test.each(['over-ear', '500ml', '19.99', 'lamp', '2-person'])('%s is no number of an article', (text) => {
  expect(ask(text).skus).toEqual([])
})

test('a name of another language finds the thing', () => {
  expect(ways(ask('Messer'))[0]).toContain('knife')
  expect(ways(ask('parapluie'))[0]).toContain('umbrella')
  expect(kinds(ask('parapluie'))).toEqual(['translated'])
})

test('a German page understands English, and texts without a translation', () => {
  expect(ways(ask('lamp', german))[0]).toEqual(expect.arrayContaining(['lamp', 'fadenlamp']))
  expect(ways(ask('Regenschirm', german))[0]).toContain('umbrella')
  expect(ways(ask('guitar', german))[0]).toContain('parlorgitarr')
})

test.each([
  ['Lampen', 'fadenlamp'],
  ['Schreibtischlampe', 'schreibtisch+lamp'],
  ['Messer', 'kochmess'],
  ['Koch Messer', 'kochmess'],
  ['Messer Koch', 'kochmess'],
  ['Kuechenstuehle', 'kuchenstuhl'],
  ['Küchenstühle', 'kuchenstuhl'],
  ['kuchenstuhl', 'kuchenstuhl'],
  ['Fussball', 'fussball'],
  ['Kakteen', 'kaktus'],
  ['Nachttischlampe', 'fadenlamp'],
])('German: %s is met by %s', (text, way) => {
  expect(ways(ask(text, german))[0]).toContain(way)
})
