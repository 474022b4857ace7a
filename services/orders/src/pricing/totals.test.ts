import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippingMethods } from './shipping-methods.ts'
import { type Basket, totals } from './totals.ts'

const basket: fc.Arbitrary<Basket> = fc.record({
  currency: fc.constantFrom('EUR', 'USD'),
  country: fc.constantFrom('', 'DE', 'FI', 'HU', 'CH', 'US', 'CA', 'ZZ'),
  shippingMethodId: fc.constantFrom('', 'standard', 'express', 'teleport'),
  lines: fc.array(
    fc.record({
      unitMinor: fc.integer({ min: 0, max: 9_999_999 }),
      quantity: fc.integer({ min: 1, max: 99 }),
    }),
    { minLength: 1, maxLength: 50 },
  ),
})

test('every amount is a whole, safe number and the parts add up to the total to the last minor unit', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const t = totals(given)
      const amounts = [t.itemsMinor, t.discountMinor, t.shippingMinor, t.taxMinor, t.totalMinor]
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true)
      expect(t.itemsMinor - t.discountMinor + t.shippingMinor + (t.taxIncluded ? 0 : t.taxMinor)).toBe(
        t.totalMinor,
      )
      expect(t.itemsMinor).toBe(given.lines.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0))
    }),
  )
})

test('the tax is the rate applied once, within half a minor unit', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const t = totals(given)
      const net = t.taxIncluded ? t.totalMinor / (1 + t.taxRateBps / 10_000) : t.totalMinor - t.taxMinor
      expect(Math.abs((net * t.taxRateBps) / 10_000 - t.taxMinor)).toBeLessThanOrEqual(0.501)
    }),
  )
})

test('the order and the grouping of lines do not change a cent', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const split = given.lines.flatMap(({ unitMinor, quantity }) =>
        Array.from({ length: quantity }, () => ({ unitMinor, quantity: 1 })),
      )
      expect(totals({ ...given, lines: split.toReversed() })).toEqual(totals(given))
    }),
  )
})

test('shipping is free exactly from the threshold on, and nothing travels to a country not served', () => {
  const standard = (items: number) =>
    shippingMethods('DE', 'EUR', items).find(({ id }) => id === 'standard')?.priceMinor
  expect([standard(4_999), standard(5_000)]).toEqual([490, 0])
  expect(shippingMethods('ZZ', 'EUR', 5_000)).toEqual([])
})

test('German prices contain 19 %, American ones come without tax', () => {
  const lines = [{ unitMinor: 11_900, quantity: 1 }]
  expect(totals({ currency: 'EUR', country: 'DE', shippingMethodId: 'standard', lines })).toMatchObject({
    taxMinor: 1_900,
    taxIncluded: true,
    totalMinor: 11_900,
  })
  expect(totals({ currency: 'USD', country: 'US', shippingMethodId: 'standard', lines })).toMatchObject({
    taxMinor: 833,
    taxIncluded: false,
    totalMinor: 12_733,
  })
})
