import { expect, test } from 'vitest'
import { readOrderNumber } from './order-number.ts'

test.each([
  'MH-7K2F9QR0',
  '#MH-7K2F9QR0',
  ' # MH-7K2F9QR0 ',
  'mh 7k2f-9qro',
  '7k2f9qr0',
  'Order MH-7K2F9QR0',
  'Order number: #MH-7K2F9QR0.',
  'ＭＨ－７Ｋ２Ｆ９ＱＲ０',
])('%o is the order MH-7K2F9QR0', (typed) => {
  expect(readOrderNumber(typed)).toBe('MH-7K2F9QR0')
})

test.each(['MH-MHMHMHMH', 'MH-ABMHCDEF'])('%s reads back as it is printed', (number) => {
  expect(readOrderNumber(number)).toBe(number)
})
