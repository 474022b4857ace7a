import { expect, test } from 'vitest'
import { facetLists } from './facet-lists.ts'

const counted = (name: string, labels: string[]) =>
  labels.map((label, at) => ({ name, value: label, label, translation: null, count: at + 1 }))

const facets = [
  ...['size', 'shoe-size', 'volume', 'weight'].map((name) => ({
    name,
    label: name,
    locale: 'en',
    ascending: true,
  })),
  { name: 'material', label: 'Material', locale: 'de', ascending: false },
]

test.for([
  ['size', ['XS', 'M', 'XL', 'One size']],
  ['shoe-size', ['36', '36–38', '45']],
  ['volume', ['200 ml', '0.5 l', '600 ml', '1 l', '2.5 l']],
  ['weight', ['80 g', '3 × 80 g', '250 g', '1 kg']],
] as const)('values of %s are sorted from small to large across units', ([name, labels]) => {
  const shown = facetLists(facets, counted(name, labels.toReversed()), [])
  expect(shown.map(({ values }) => values.map(({ label }) => label))).toEqual([labels])
})

test('values of other facets are sorted from frequent to rare', () => {
  const [material] = facetLists(facets, counted('material', ['Wool', 'Linen']), [])
  expect(material?.values.map(({ label }) => label)).toEqual(['Linen', 'Wool'])
})

test('labels name their language: the list’s where they are translated, else the shops’; sizes and shops have none', () => {
  const counts = [
    { name: 'material', value: 'wool', label: 'Wool', translation: 'Wolle', count: 2 },
    { name: 'material', value: 'linen', label: 'Linen', translation: null, count: 1 },
    { name: 'size', value: 'xl', label: 'XL', translation: null, count: 1 },
    { name: 'seller', value: 'kiln', label: 'Kiln & Kettle', translation: null, count: 1 },
  ]
  const shop = { name: 'seller', label: '', locale: '', ascending: false }
  const shown = facetLists([...facets, shop], counts, [], 'de')
  expect(shown.map(({ locale, values }) => [locale, ...values.map((each) => each.locale)])).toEqual([
    ['en', ''],
    ['de', 'de', 'en'],
    ['', ''],
  ])
})

test('translated measures are sorted by the shop’s own ones', () => {
  const counts = [
    { name: 'volume', value: '2-5-l', label: '2.5 l', translation: '2,5 l', count: 1 },
    { name: 'volume', value: '2-l', label: '2 l', translation: null, count: 1 },
  ]
  const [volume] = facetLists(facets, counts, [], 'de')
  expect(volume?.values.map(({ label }) => label)).toEqual(['2 l', '2,5 l'])
})
