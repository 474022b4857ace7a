import { expect, test } from 'vitest'
import { ownPath, refererPath } from './own-path.ts'

test.each([
  ['/', '/'],
  ['/checkout/1/address', '/checkout/1/address'],
  ['/orders?after=x#top', '/orders?after=x#top'],
  ['/p/a%20b', '/p/a%20b'],
  ['/search?q=two%0Alines', '/search?q=two%0Alines'],
  ['/c/mugs?next=//evil.example', '/c/mugs?next=//evil.example'],
  ['/a/../b', '/b'],
  ['//mall.invalid/x', '/x'],
])('%j is a path of this mall: %j', (claimed, path) => expect(ownPath(claimed)).toBe(path))

test.each([
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'HTTP://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example/x',
  '/..//evil.example/x',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/.%2e//evil.example',
  '/%2f%2fevil.example',
  '/%2F/evil.example',
  '/%5cevil.example',
  '%2f%2fevil.example',
  '/%09//evil.example',
  '/%0d%0aset-cookie:x=y',
  '/a%00',
  '/a%7f',
  '/ok\r\nset-cookie: x=y',
  '/a\u0000',
  'cart',
  '?x',
  '#x',
  '',
  undefined,
  `/${'a'.repeat(3000)}`,
])('%j is refused', (claimed) => expect(ownPath(claimed)).toBeUndefined())

test.each([
  ['https://mall.example/cart?flash=1&x=2', '/cart?x=2'],
  ['https://mall.example//evil.example/', undefined],
  ['https://mall.example/.//evil.example/', undefined],
  ['https://mall.example.evil.example/cart', undefined],
  ['http://mall.example/cart', undefined],
  ['about:client', undefined],
  ['', undefined],
])('the page of the referrer %j is %j', (referer, path) =>
  expect(refererPath(referer, 'https://mall.example')).toBe(path),
)

test('the path of a form’s page keeps its query as the browser wrote it', () => {
  const mall = 'https://mall.example'
  expect(refererPath(`${mall}/search?q=wool%20scarf&price=1~2&x`, mall)).toBe(
    '/search?q=wool%20scarf&price=1~2&x',
  )
  expect(refererPath(`${mall}/cart?flash=abc`, mall)).toBe('/cart')
})
