import { expect, test } from 'vitest'
import { marketOf } from './markets.ts'

test('a country that is not served has no market', () => {
  expect([marketOf('DE')?.tax, marketOf('US')?.tax]).toEqual(['included', 'added'])
  expect(['ZZ', 'de', '', 'toString'].map(marketOf)).toEqual([undefined, undefined, undefined, undefined])
})
