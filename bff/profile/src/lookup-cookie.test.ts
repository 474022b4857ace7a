import { expect, test } from 'vitest'
import { readLookup, rememberLookup } from './lookup-cookie.ts'

test('a look-up is read back from the cookie', () => {
  const lookup = { number: 'MH-1', email: 'ada@example.test' }
  const cookies: Record<string, string> = {}
  rememberLookup({ setCookie: (name, value) => void (cookies[name] = value) }, lookup)
  expect(readLookup(cookies)).toEqual(lookup)
})

test.each(['', '%%%', 'e30', 'WzEsMl0'])('a malformed cookie is no look-up: %j', (lookup) => {
  expect(readLookup({ lookup })).toBeUndefined()
  expect(readLookup({})).toBeUndefined()
})
