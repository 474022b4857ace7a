import { expect, test } from 'vitest'
import { readQuantity } from './quantity.ts'

test.each([
  ['3', 3],
  [' 12 ', 12],
  ['０５', 5],
  ['٣', 3],
  ['۱۲', 12],
  ['0', 0],
])('%o is the quantity %i', (typed, quantity) => {
  expect(readQuantity(typed)).toBe(quantity)
})

test.each(['', ' ', '1.5', '1,5', '-1', '+1', '1e2', 'two', '9'.repeat(10)])('%o is no quantity', (typed) => {
  expect(readQuantity(typed)).toBeUndefined()
})
