import { expect, test } from 'vitest'
import { lexiconOf } from '../lexicon/testing.ts'
import { ask, kinds, ways } from './testing.ts'

const arabic = await lexiconOf('ar', {
  titles: [
    'Clay oil lamp',
    'Chef’s knife',
    'Half-litre tankard 0.5 l',
    'Leather bag',
    'Wool scarf',
    'Over-ear headphones',
    'Child’s chair',
    'Four dinner candles',
  ],
  shops: ['Kiln & Kettle'],
})

test.each([
  ['مصباح', 'lamp'],
  ['المصابيح', 'lamp'],
  ['للأطفال', 'child'],
  ['سكاكين', 'knife'],
  ['شمعات', 'candl'],
  ['headphones', 'headphon'],
  ['lamp', 'lamp'],
])('texts without a translation are found by %s', (text, stem) => {
  expect(ways(ask(text, arabic))[0]).toContain(stem)
  expect(kinds(ask(text, arabic))).not.toContain('corrected')
})

test.each([
  ['مصباح أقل من 30', { maxPriceMinor: 3000 }],
  ['مصباح اقل من ٣٠ يورو', { maxPriceMinor: 3000 }],
  ['مصباح تحت ثلاثين', { maxPriceMinor: 3000 }],
  ['مصباح حتى ١٬٢٥٠٫٥٠', { maxPriceMinor: 125_050 }],
  ['مصباح بين 20 و40', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['مصباح من 20 إلى 40 يورو', { minPriceMinor: 2000, maxPriceMinor: 4000 }],
  ['مصباح أكثر من 50', { minPriceMinor: 5000 }],
  ['مصباح من 20 يورو', { minPriceMinor: 2000 }],
  ['مصباح ٣٠ يورو أو أقل', { maxPriceMinor: 3000 }],
  ['مصباح حوالي 50', { minPriceMinor: 4000, maxPriceMinor: 6000 }],
  ['lamp under 30', { maxPriceMinor: 3000 }],
  ['مصباح لأقل من 4 أشخاص', {}],
  ['مصباح تحت 30 سم', {}],
])('%s has the price %o', (text, filters) => {
  expect(ask(text, arabic).filters).toEqual(filters)
})

test('a price is noted with the digits that were typed', () => {
  expect(ask('مصباح أقل من ٣٠ يورو', arabic).notes).toEqual([
    { kind: 'price', words: 'أقل من ٣٠ يورو', maxMinor: 3000 },
  ])
})

test('colours, materials, sizes, people and gifts prefer', () => {
  expect(ask('مصباح أزرق', arabic).preferences.colours?.values).toContain('navy')
  expect(ask('مصباح زرقاء وأبيض', arabic).preferences.colours?.values).toContain('navy')
  expect(ask('المصباح الأحمر', arabic).preferences.colours?.values).toContain('rust')
  expect(ask('حقيبة جلدية', arabic).preferences.materials).toEqual(['leather', 'suede'])
  expect(ask('وشاح صوف', arabic).preferences.materials).toContain('wool')
  expect(ask('حذاء مقاس ٤٢', arabic).preferences.sizes).toEqual(['42'])
  for (const text of ['هدية للنساء', 'هدية لأمي'])
    expect(ask(text, arabic).preferences).toMatchObject({ gift: true, audience: ['women'] })
})

test('stop words and words about buying say nothing; shops are named in their own script', () => {
  expect(ways(ask('أريد شراء مصباح جديد', arabic))).toEqual([['lamp']])
  expect(ask('مصباح من Kiln & Kettle', arabic).filters).toEqual({ sellerSlug: 'kiln-kettle' })
})

test('a number and its unit are met in any unit', () => {
  expect(ways(ask('كوب ٥٠٠ مل', arabic))[1]).toContain('0.5+l')
})

test('a mistyped word is corrected to one that names what is sold', () => {
  expect(ask('مصبااح', arabic).notes).toEqual([{ kind: 'corrected', from: 'مصبااح', to: 'مصباح' }])
  expect(ask('مصبااح', arabic, true).notes).toEqual([])
})

test('a phrase and a minus are read in Arabic too', () => {
  expect(ask('«المصباح في البيت»', arabic).phrases[0]?.[0]).toHaveLength(3)
  expect(ask('مصباح -جلد', arabic).excluded.flat()).toContain('جلد')
})
