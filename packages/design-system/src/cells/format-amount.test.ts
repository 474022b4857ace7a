import { expect, test } from 'vitest'
import { formatAmount } from './format-amount.ts'

test('amounts have the digits of ISO 4217, independent of the engine’s own table', () => {
  expect(formatAmount(1_299, 'EUR', 'en-IE')).toBe('€12.99')
  expect(formatAmount(1_299, 'JPY', 'en')).toBe('¥1,299')
  expect(formatAmount(129_900, 'HUF', 'en')).toMatch(/1,299\.00$/)
  expect(formatAmount(5, 'KWD', 'en')).toMatch(/0\.005$/)
})
