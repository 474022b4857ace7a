import { expect, test } from 'vitest'
import { gradeOf, type JudgedProduct } from './judged-query.ts'
import { judgedSets } from './judged-sets.ts'
import { ndcg } from './ndcg.ts'

test('the best order is 1, a worse one less, an empty answer 0', () => {
  expect(ndcg([3, 2, 1], [1, 2, 3, 0])).toBe(1)
  expect(ndcg([1, 2, 3], [1, 2, 3, 0])).toBeLessThan(0.8)
  expect(ndcg([], [3])).toBe(0)
})

test('an empty answer is right where nothing is relevant', () => {
  expect(ndcg([], [0, 0])).toBe(1)
  expect(ndcg([0], [0, 0])).toBe(0)
})

test('the first rule whose title and limits fit gives the grade', () => {
  const vase: JudgedProduct = {
    title: 'Bud vase',
    categorySlug: 'rooms',
    sellerSlug: 'kiln-and-kettle',
    colours: new Set(['navy']),
    material: 'Stoneware',
    suits: 'Bedroom',
    priceMinor: 1950,
  }
  const grade = (...rules: Parameters<typeof gradeOf>[0]) => gradeOf(rules, vase)
  expect(grade([3, /vase/i, { colours: ['navy'] }], [1, /vase/i])).toBe(3)
  expect(grade([3, /vase/i, { colours: ['rust'] }], [1, /vase/i])).toBe(1)
  expect(grade([3, /vase/i, { maxMinor: 1900 }])).toBe(0)
  expect(grade([3, /vase/i, { material: /stone/i, category: 'rooms', suits: 'Bedroom' }])).toBe(3)
  expect(grade([3, /vase/i, { notTitled: /bud/i }])).toBe(0)
})

test('the sets have as many queries as the figures are stated for, none twice', () => {
  expect(Object.fromEntries(judgedSets.map(({ name, queries }) => [name, queries.length]))).toEqual({
    english: 86,
    holdout: 51,
    german: 69,
    'fresh-english': 54,
    'fresh-german': 54,
    'blind-english': 65,
    'blind-german': 66,
    'closing-english': 60,
    'closing-german': 60,
    'last-english': 60,
    'last-german': 60,
  })
  const repeated = judgedSets.flatMap(({ name, queries }) => queries.map(([text]) => `${name}: ${text}`))
  expect(new Set(repeated).size).toBe(repeated.length)
})
