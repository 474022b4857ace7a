import { expect, test } from 'vitest'

import { edgeTable } from './edge-table.ts'
import { rawAnswer, recordedEdge } from './testing.ts'

test.each([
  '/mfe/../secrets',
  '/media/./x',
  '/media/%2e%2e/secrets',
  '/media/%2E/x',
  '/media/%252e%252e%252fx',
  '/media/%25252e%25252e/x',
  '/media/..%5cx',
  '/media/..%2fmfe/trust.json',
  '/media/a%2Fb',
  '/media\\x',
  '//evil.example/x',
  '/.//evil.example/x',
  '/media//x',
  '/media/%00',
  '/media/a%0d%0aset-cookie:%20a=1',
  '/media/%7f',
  '/media/%E0%A4%A',
  '/media/100%',
  '/media/ä',
  '/%5Fmall/desk/overview.json',
  '/%5fmall/status.json',
  '/%72est/v1/products',
  '/m%65trics',
  '/p/%41',
  '/p/a%7Eb',
  '/p/a%2Db%39',
  '/x#y',
  'http://localhost/x',
  'localhost',
  '*',
])('the address %s is refused with 400 before any origin', async (target) => {
  const { edge, seen } = await recordedEdge()
  expect(await rawAnswer(edge, `GET ${target} HTTP/1.1\r\nHost: localhost`)).toMatch(/^HTTP\/1.1 400 /)
  expect(seen).toEqual([])
})

test.each(edgeTable.private)('%s of an origin is answered 404 by the edge', async (path) => {
  const { edge, seen } = await recordedEdge()
  expect(await rawAnswer(edge, `GET ${path}?x HTTP/1.1\r\nHost: localhost`)).toMatch(/^HTTP\/1.1 404 /)
  expect(seen).toEqual([])
})

test.each([
  '/p/caf%C3%A9',
  '/p/100%25',
  '/c/%3Cimg%20src=x%3E',
  '/p/a.b..c',
  '/_next/static/chunks/app/%5B%5B...path%5D%5D/page.js',
  '/orders/',
  '/search?q=a?b&c=/../d//%2f%00\\',
  '/search?',
])('the address %s reaches the origin as it came', async (target) => {
  const { edge, seen } = await recordedEdge()
  await rawAnswer(edge, `GET ${target} HTTP/1.1\r\nHost: localhost`)
  expect(seen.map(({ url }) => url)).toEqual([`/shell${target}`])
})
