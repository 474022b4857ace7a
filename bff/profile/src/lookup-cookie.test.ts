import { expect, test } from 'vitest'
import { forgetLookup, readLookup, rememberLookup } from './lookup-cookie.ts'

const lookup = { number: 'MH-1', email: 'ada@example.test' }

test('what was looked up is found again, beside other cookies', () => {
  const [cookie] = rememberLookup(lookup, 'https://mall.test').split(';')
  expect(readLookup(`a=b; ${cookie}; c=d`)).toEqual(lookup)
  expect(rememberLookup(lookup, 'https://mall.test')).toMatch(/HttpOnly.*Secure/)
})

test('a malformed cookie is no look-up', () => {
  for (const value of [
    '',
    'mall_lookup=',
    'mall_lookup=%%%',
    'mall_lookup=e30',
    'mall_lookup=WzEsMl0',
    forgetLookup(),
  ]) {
    expect(readLookup(value)).toBeUndefined()
  }
})
