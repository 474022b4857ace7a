import { expect, test } from 'vitest'
import { currencyCodes, currencyFrom } from './currencies.ts'

test('a currency without prices becomes the default one', () => {
  expect(['USD', 'JPY', '__proto__', '', undefined].map(currencyFrom)).toEqual([
    'USD',
    'EUR',
    'EUR',
    'EUR',
    'EUR',
  ])
  expect(currencyCodes).toEqual(['EUR', 'USD'])
})
