import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAmount } from './amount.ts'
import { decimalOf } from './minor-units.ts'

test.each([
  ['19,99', 1999],
  ['19.99', 1999],
  ['12.5', 1250],
  ['0', 0],
  ['0,00', 0],
  ['€ 19,99', 1999],
  ['19.99 EUR', 1999],
  ['1.299,50', 129950],
  ['1,299.50', 129950],
  ['1 299', 129900],
  ['1.299', 129900],
  ['1,299', 129900],
  ['1’299.50', 129950],
  ['１９，９９', 1999],
  ['١٬٢٩٩٫٥٠', 129950],
  ['\u200F19,99\u00A0€', 1999],
])('%s is %i cents', (typed, minor) => {
  expect(readAmount(typed, 'EUR')).toBe(minor)
})

test.each([
  '',
  ' ',
  'lots',
  '-5',
  '19,999,9',
  '1,299,50',
  '12.',
  '.5',
  '1.2999',
  '1e3',
  '0x10',
  '9'.repeat(20),
])('%o is no amount', (typed) => {
  expect(readAmount(typed, 'EUR')).toBeUndefined()
})

test('an amount reads back as it was written, with a dot and with a comma, in every currency', () => {
  const amounts = fc.tuple(
    fc.integer({ min: 0, max: 1e12 }),
    fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CLF'),
  )
  fc.assert(
    fc.property(amounts, ([minor, currency]) => {
      const written = decimalOf(minor, currency)
      expect(readAmount(written, currency)).toBe(minor)
      expect(readAmount(`${currency} ${written.replace('.', ',')}`, currency)).toBe(minor)
    }),
  )
})
