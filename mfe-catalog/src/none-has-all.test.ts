import { expect, test } from 'vitest'
import { noneHasAll } from './none-has-all.ts'

const best = { sort: 'relevance' } as const
const products = [{ missing: ['desk'] }]

test('that no product has all words is said on the first page of the best matches only', () => {
  expect(noneHasAll(best, { page: 1, products })).toBe(true)
  expect(noneHasAll(best, { page: 1, products: [{}, ...products] })).toBe(false)
  expect(noneHasAll(best, { page: 2, products })).toBe(false)
  expect(noneHasAll({ ...best, cursor: 'place' }, { page: 1, products })).toBe(false)
  expect(noneHasAll({ sort: 'price-asc' }, { page: 1, products })).toBe(false)
})
