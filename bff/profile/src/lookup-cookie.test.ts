import { expect, test } from 'vitest'
import { forgetLookup, readLookup, rememberLookup } from './lookup-cookie.ts'

const origin = 'https://mall.test'
const lookup = { number: 'MH-1', email: 'ada@example.test' }

test('what was looked up is found again, beside other cookies', () => {
  const [cookie] = rememberLookup(lookup, origin).split(';')
  expect(readLookup(`a=b; ${cookie}; c=d`, origin)).toEqual(lookup)
})

test('a malformed cookie is no look-up', () => {
  for (const value of [
    '',
    '__Host-mall_lookup=',
    '__Host-mall_lookup=%%%',
    '__Host-mall_lookup=e30',
    '__Host-mall_lookup=WzEsMl0',
    forgetLookup(origin),
  ]) {
    expect(readLookup(value, origin)).toBeUndefined()
  }
})
