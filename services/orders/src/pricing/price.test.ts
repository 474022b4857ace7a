import { maxLines, maxPriceMinor, maxQuantity } from '@mallhive/contracts/limits'
import { countryCodes } from '@mallhive/contracts/markets'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Basket, price, quote } from './price.ts'
import { shippingMethods } from './shipping-methods.ts'
import { split } from './split.ts'
import { addUp, type Amounts } from './totals.ts'

const basket: fc.Arbitrary<Basket> = fc.record({
  currency: fc.constantFrom('EUR', 'USD'),
  country: fc.constantFrom('', 'DE', 'FI', 'HU', 'CH', 'US', 'CA', 'ZZ'),
  shippingMethodId: fc.constantFrom('', 'standard', 'express', 'teleport'),
  lines: fc.array(
    fc.record({
      sellerId: fc.constantFrom('a', 'b', 'c'),
      unitMinor: fc.integer({ min: 0, max: 9_999_999 }),
      quantity: fc.integer({ min: 1, max: 99 }),
    }),
    { minLength: 1, maxLength: 50 },
  ),
})

test('every amount is a whole, safe number and the parts add up to the total to the last minor unit', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const t = quote(given)
      const amounts = [t.itemsMinor, t.discountMinor, t.shippingMinor, t.taxMinor, t.totalMinor]
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true)
      expect(t.itemsMinor - t.discountMinor + t.shippingMinor + (t.taxIncluded ? 0 : t.taxMinor)).toBe(
        t.totalMinor,
      )
      expect(t.itemsMinor).toBe(given.lines.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0))
    }),
  )
})

test('a full cart of the highest price has exact, safe amounts in every country', () => {
  const lines = Array.from({ length: maxLines }, () => ({
    sellerId: 'a',
    unitMinor: maxPriceMinor,
    quantity: maxQuantity,
  }))
  for (const country of countryCodes) {
    const t = quote({ currency: 'EUR', country, shippingMethodId: 'express', lines })
    expect(Number.isSafeInteger(t.totalMinor)).toBe(true)
    expect(Number.isSafeInteger((t.itemsMinor + t.shippingMinor) * t.taxRateBps)).toBe(true)
  }
})

test('the tax is the rate applied once, within half a minor unit', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const t = quote(given)
      const net = t.taxIncluded ? t.totalMinor / (1 + t.taxRateBps / 10_000) : t.totalMinor - t.taxMinor
      expect(Math.abs((net * t.taxRateBps) / 10_000 - t.taxMinor)).toBeLessThanOrEqual(0.501)
    }),
  )
})

test('the order and grouping of lines do not change the totals', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const single = given.lines.flatMap((line) =>
        Array.from({ length: line.quantity }, () => ({ ...line, quantity: 1 })),
      )
      expect(quote({ ...given, lines: single.toReversed() })).toEqual(quote(given))
    }),
  )
})

test('shipping is free from the threshold on, and a country that is not served has no methods', () => {
  const standard = (items: number) =>
    shippingMethods('DE', 'EUR', items).find(({ id }) => id === 'standard')?.priceMinor
  expect([standard(4_999), standard(5_000)]).toEqual([490, 0])
  expect(shippingMethods('ZZ', 'EUR', 5_000)).toEqual([])
})

test('German prices include 19 % tax, American ones exclude it', () => {
  const lines = [{ sellerId: 'a', unitMinor: 11_900, quantity: 1 }]
  expect(quote({ currency: 'EUR', country: 'DE', shippingMethodId: 'standard', lines })).toMatchObject({
    taxMinor: 1_900,
    taxIncluded: true,
    totalMinor: 11_900,
  })
  expect(quote({ currency: 'USD', country: 'US', shippingMethodId: 'standard', lines })).toMatchObject({
    taxMinor: 833,
    taxIncluded: false,
    totalMinor: 12_733,
  })
})

test('the parts of a split sum to the total, are off by less than a minor unit, and are zero for zero weights', () => {
  const weights = fc.array(fc.nat({ max: 10_000_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), weights, (total, given) => {
      const parts = split(total, given)
      const whole = given.reduce((sum, weight) => sum + weight, 0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      if (whole === 0) return
      for (const [position, part] of parts.entries()) {
        const weight = given[position] ?? 0
        expect(Math.abs(part - (total * weight) / whole)).toBeLessThan(1)
        expect(part * Number(weight === 0)).toBe(0)
      }
    }),
  )
})

test('all parts add up: lines to their seller, sellers to the order, and no amount is negative', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const totals = quote(given)
      const { parts } = price(given.lines, totals)
      const whole: Amounts = addUp(parts)
      expect(totals).toMatchObject(whole)
      for (const part of parts) {
        const sum = (of: (line: (typeof part.lines)[number]) => number) =>
          part.lines.reduce((total, line) => total + of(line), 0)
        expect(part.itemsMinor).toBe(sum(({ unitMinor, quantity }) => unitMinor * quantity))
        expect(part.discountMinor).toBe(sum((line) => line.sellerDiscountMinor + line.mallDiscountMinor))
        expect(part.taxMinor).toBe(sum(({ taxMinor }) => taxMinor) + part.shippingTaxMinor)
        expect(part.totalMinor).toBe(
          sum(({ netMinor }) => netMinor) + part.shippingMinor + (totals.taxIncluded ? 0 : part.taxMinor),
        )
        for (const line of part.lines) {
          expect(line.listMinor).toBe(line.netMinor + line.sellerDiscountMinor + line.mallDiscountMinor)
          expect(Math.min(line.netMinor, line.taxMinor, part.shippingMinor)).toBeGreaterThanOrEqual(0)
        }
      }
      expect(parts.flatMap(({ lines }) => lines)).toHaveLength(given.lines.length)
    }),
  )
})

test('agreed terms price to the same totals after the tables have changed', () => {
  fc.assert(
    fc.property(basket, (given) => {
      const agreed = quote(given)
      expect(price(given.lines, agreed).totals).toEqual(agreed)
    }),
  )
})
