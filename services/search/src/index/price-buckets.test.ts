import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketsOf, cellOf } from './price-buckets.ts'

const bucketsOfPrices = (prices: number[]) => {
  const cells = Map.groupBy(prices, cellOf)
  return bucketsOf([...cells].map(([fromMinor, { length }]) => ({ fromMinor, count: length })))
}

test('buckets follow each other, hold each price once and are counted exactly', () => {
  const price = fc.oneof(fc.nat(200), fc.nat(20_000), fc.nat(1_000_000_000))
  fc.assert(
    fc.property(fc.array(price, { maxLength: 60 }), (prices) => {
      const buckets = bucketsOfPrices(prices)
      expect(buckets.length).toBeLessThanOrEqual(12)
      buckets.slice(1).forEach(({ fromMinor }, at) => expect(fromMinor).toBe(buckets[at]!.toMinor + 1))
      for (const { fromMinor, toMinor, count } of buckets)
        expect(prices.filter((minor) => minor >= fromMinor && minor <= toMinor)).toHaveLength(count)
      const counted = buckets.reduce((sum, { count }) => sum + count, 0)
      expect(counted).toBe(new Set(prices.map(cellOf)).size < 2 ? 0 : prices.length)
    }),
  )
})

test('bounds are readable, and a few expensive products do not widen the buckets', () => {
  const usual = Array.from({ length: 70 }, (_, n) => 1_200 + n * 100)
  expect(bucketsOfPrices([...usual, 450_000]).map(({ fromMinor, toMinor }) => [fromMinor, toMinor])).toEqual([
    [1_000, 1_999],
    [2_000, 2_999],
    [3_000, 3_999],
    [4_000, 4_999],
    [5_000, 5_999],
    [6_000, 6_999],
    [7_000, 7_999],
    [8_000, 459_999],
  ])
})
