import { assert, constantFrom, property, string, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { analysisOf } from './analysis.ts'
import { packDictionary } from './dictionary.ts'
import { editDistance } from './edit-distance.ts'
import { loadLanguage } from './load-language.ts'
import { loadNames } from './names.ts'
import { spellingOf } from './spelling.ts'
import { parseSynonyms } from './synonyms.ts'
import { lexiconOf } from './testing.ts'
import { tokens } from './tokens.ts'
import { isInDictionary } from './word-forms.ts'

const { stem: english } = analysisOf('en')
const { stem: german } = analysisOf('de')
const { stem: arabic } = analysisOf('ar')

test.each([
  ['500ml', ['500', 'ml']],
  ['1,8 Liter', ['1.8', 'liter']],
  ['Chef’s T-Shirt', ['chef', 'tshirt']],
  ['Kiln & Kettle', ['kiln', 'kettle']],
  ['co\u{AD}zy \u{202E}mug', ['cozy', 'mug']],
  ['حذاء أزرق', ['حذاء', 'أزرق']],
])('%s consists of %o', (text, words) => {
  expect(tokens(text)).toEqual(words)
})

test.each([
  ['knives', 'knife'],
  ['women', 'woman'],
  ['scarves', 'scarf'],
  ['glasses', 'glass'],
  ['lamps', 'lamp'],
])('English: %s is a %s', (plural, singular) => {
  expect(english(plural)).toBe(english(singular))
})

test.each([
  ['Lampen', 'Lampe'],
  ['Häuser', 'Haus'],
  ['Stuehle', 'Stühle'],
  ['Strasse', 'Straße'],
  ['Kakteen', 'Kaktus'],
  ['schwarzes', 'schwarz'],
  ['blaue', 'blau'],
])('German: %s is %s', (form, base) => {
  expect(german(form.toLowerCase())).toBe(german(base.toLowerCase()))
})

test.each([
  ['المصباح', 'مصباح'],
  ['والمصباح', 'مصباح'],
  ['بالمصباح', 'مصباح'],
  ['للمصباح', 'مصباح'],
  ['مَصَابيح', 'مصباح'],
  ['مصـــباح', 'مصباح'],
  ['شمعات', 'شمعة'],
  ['شمعه', 'شمعة'],
  ['حقائب', 'الحقيبة'],
  ['الاطفال', 'طفل'],
  ['وأبيض', 'أبيض'],
  ['الأزرق', 'ازرق'],
])('Arabic: %s is %s', (form, base) => {
  expect(arabic(form)).toBe(arabic(base))
})

test('Arabic: toys have no article, a plant no plural', () => {
  expect(arabic('ألعاب')).toBe(arabic('لعبة'))
  expect(arabic('نبات')).not.toBe(arabic('نبة'))
})

test('digits of any script are digits', () => {
  expect(tokens('٥٠٠مل ۳٫۵ ٢٬٥٠٠ ५')).toEqual(['500', 'مل', '3.5', '2.500', '5'])
})

test('German: a Schale is no Schal, Feuer no Fur', () => {
  expect(german('schalen')).not.toBe(german('schal'))
  expect(german('feuer')).toContain('feu')
})

test('German: leather is no LED', () => {
  expect(german('leder')).not.toBe(german('led'))
  expect(german('ledern')).toBe(german('leder'))
  expect(german('kleider')).toBe(german('kleid'))
})

test('German: a key is no spanner, a map no card, a paintbrush no hairbrush', async () => {
  const { synonyms } = await lexiconOf('de', { titles: [] })
  const of = (word: string) => synonyms([word]).flat()
  expect(of('schlüssel')).not.toContain('spanner')
  expect(of('map')).not.toContain('card')
  expect(of('bürste')).not.toContain('pinsel')
  expect(of('brush')).toEqual(expect.arrayContaining(['bürste', 'pinsel']))
})

test('the head of a title is what it is about', () => {
  const heads = ['Pair of round teapots with a lid', 'Cedar pencils, a dozen', 'Kaminuhr mit Feder'].map(
    (title, at) => analysisOf(at < 2 ? 'en' : 'de').head(title),
  )
  expect(heads).toEqual(['teapots', 'pencils', 'kaminuhr'])
})

test('a packed dictionary has its words and no others', () => {
  const words = ['lamp', 'ab', 'zebra', 'lampe', 'äpfel', 'm']
  const packed = packDictionary(words)
  expect(words.filter((word) => !packed.has(word))).toEqual([])
  expect(['lam', 'amp', 'zebr', '', 'b\nl', 'zz', 'a'].filter((word) => packed.has(word))).toEqual([])
  expect(packDictionary([]).has('lamp')).toBe(false)
})

test('dictionaries have the forms of words, and no misspelt ones', async () => {
  const [en, de] = await Promise.all([loadLanguage('en'), loadLanguage('de')])
  const isEnglish = (word: string) => isInDictionary(en, word)
  const isGerman = (word: string) => isInDictionary(de, word)
  expect(
    ['sneakers', 'earring', 'pants', 'gifts', 'luggage', 'bag'].filter((word) => !isEnglish(word)),
  ).toEqual([])
  expect(['umbrela', 'headfones', 'sissors', 'lantren', 'choclate'].filter(isEnglish)).toEqual([])
  expect(['schirme', 'taschen', 'tueren', 'straße'].filter((word) => !isGerman(word))).toEqual([])
  expect(['regenshirm', 'gittarre', 'notitzbuch'].filter(isGerman)).toEqual([])
})

test('synonyms in Solr’s format hold in both directions, those with an arrow in one', () => {
  const synonyms = parseSynonyms(
    'bike, bicycle # wheels\nsoccer ball => football\n\n# none\ndeck of cards => pack\ncarry on => trolley',
    {
      stem: english,
      isStopWord: (word) => word === 'of' || word === 'on',
    },
  )
  expect(synonyms.of(['bike'])).toEqual([['bicycle']])
  expect(synonyms.of(['bicycl'])).toEqual([['bike']])
  expect(synonyms.of(['soccer', 'ball'])).toEqual([['football']])
  expect(synonyms.of(['footbal'])).toEqual([])
  expect(synonyms.of(['deck', 'card'])).toEqual([['pack']])
  expect(synonyms.of(['carri'])).toEqual([])
})

test.each([
  ['lantren', 'lantern', 1],
  ['lamp', 'lump', 1],
  ['lamp', 'lamps', 1],
  ['headfones', 'headphones', 2],
  ['lamp', 'guitar', 3],
])('from %s to %s it is %i', (from, to, distance) => {
  expect(editDistance(from, to, 2)).toBe(distance)
})

test('spelling help finds what measuring every word finds', () => {
  const word = string({ unit: constantFrom('a', 'b', 'c', 'd', 'e', 'ß', 'z'), minLength: 3, maxLength: 9 })
  assert(
    property(
      uniqueArray(word, { minLength: 1, maxLength: 30 }),
      word,
      constantFrom(1, 2),
      (words, typed, max) => {
        const spelling = spellingOf(
          words.map((each) => ({ word: each, folded: each, strong: 1, documents: 1 })),
        )
        const distances = words.map((each) => editDistance(typed, each, max))
        const found = spelling.closest(typed, max)
        const least = Math.min(...distances)
        expect(found ? editDistance(typed, found.word, max) <= max : least > max).toBe(true)
      },
    ),
  )
})

test('names of things are known across languages, stop words of their labels are none', async () => {
  const names = await loadNames()
  const nouns = (word: string, to: string) => names.translate(word, to).flatMap(({ words }) => words)
  expect(nouns('regenschirm', 'en')).toContain('umbrella')
  expect(nouns('guitar', 'de')).toEqual(['gitarre'])
  expect(nouns('cuchillo', 'en')).toContain('knife')
  expect(nouns('gitarre', 'de')).toEqual([])
})

test('a compound has one way to be split: by the part that products have', async () => {
  const lexicon = await lexiconOf('de', { titles: ['Fadenlampe', 'Küche', 'Bügeltasche'] })
  expect(lexicon.split('schreibtischlampe')).toEqual(['schreibtisch', 'lampe'])
  expect(lexicon.split('küchenlampe')).toEqual(['küchen', 'lampe'])
  expect(lexicon.split('lampe')).toBeUndefined()
  expect(lexicon.compoundsOf('de.lamp')).toEqual(['de.fadenlamp'])
  expect(lexicon.compoundsOf('de.asch')).toEqual([])
})
