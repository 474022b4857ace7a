import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, exponentOf } from './minor-units.ts'

const iso4217 = { EUR: 2, JPY: 0, KWD: 3, HUF: 2, ISK: 0, UGX: 0, IDR: 2, COP: 2, IQD: 3, LAK: 2, RSD: 2 }

test('exponents are those of ISO 4217, also where the digits of Intl differ', () => {
  const found = Object.keys(iso4217).map((currency) => [currency, exponentOf(currency)])
  expect(Object.fromEntries(found)).toEqual(iso4217)
})

test('a decimal reads back as the same minor units, in every currency', () => {
  const amounts = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(amounts, fc.constantFrom(...Object.keys(iso4217)), (minor, currency) => {
      const decimal = decimalOf(minor, currency)
      expect(decimal).toMatch(/^-?\d+(\.\d+)?$/)
      expect(decimal.split('.')[1]?.length ?? 0).toBe(exponentOf(currency))
      expect(BigInt(decimal.replace('.', ''))).toBe(BigInt(minor))
    }),
  )
})
