import { expect, test } from 'vitest'
import { readPriceBounds } from './price-bounds.ts'

test.each([
  [{}, {}],
  [{ min: '', max: ' ' }, {}],
  [{ max: '0' }, { max: 0n }],
  [
    { min: '12.5', max: '19,99' },
    { min: 1250n, max: 1999n },
  ],
])('%o are the bounds %o', (typed, bounds) => {
  const read = readPriceBounds(typed, 'EUR')
  expect(read.bounds).toEqual(bounds)
  expect(read.errors).toEqual({})
})

test('a bound that is no amount is not applied, and has an error', () => {
  const { bounds, errors } = readPriceBounds({ min: '5', max: 'lots' }, 'EUR')
  expect(bounds).toEqual({ min: 500n })
  expect(errors).toEqual({ max: 'malformed' })
})

test('a highest price below the lowest one is not applied, and has an error', () => {
  const { bounds, errors } = readPriceBounds({ min: '30', max: '20' }, 'EUR')
  expect(bounds).toEqual({ min: 3000n })
  expect(errors).toEqual({ max: 'below-lowest' })
})
