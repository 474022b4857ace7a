import { expect, test } from 'vitest'
import { isPersonal } from './is-personal.ts'

test.each([
  'ada@example.com',
  'ada＠example.com',
  'ada (at) me@home',
  'https://mall.example/orders/1',
  'www.example.com',
  '+49 30 1234567',
  '030/123 45 67',
  '٠٣٠١٢٣٤٥٦٧',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4\u200b1111111',
  'MH-7K2F9QRS',
  'order mh 7k2f-9qrs',
  'DE89 3704 0044 0532 0130 00',
  'Hauptstraße 12',
  'Lindenweg 7a',
  '12 High Street',
  '10115 Berlin',
  'x'.repeat(101),
])('%s is not kept', (query) => expect(isPersonal(query)).toBe(true))

test.each([
  'desk lamp',
  'Schreibtischlampe unter 30 €',
  'mug 500 ml',
  'between 20 and 40',
  'lego 10294',
  'size 40-42',
  '3 × 100 g',
  'kleid 2024',
  'iphone 15 hülle',
  'mh lamp',
  'straßenkreide',
  'USB-C 240W',
])('%s is kept', (query) => expect(isPersonal(query)).toBe(false))
