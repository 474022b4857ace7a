import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['forged, 203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', '192.0.2.1'],
])('a client at %j counts as %s', (forwarded, address) => {
  const request = { headers: { 'x-forwarded-for': forwarded }, ip: '192.0.2.1' }
  expect(clientAddress(request, 1)).toBe(address)
})
