import { expect, test } from 'vitest'
import { messageOf, releaseBehind } from './beacon-errors.ts'

const releases = { cart: '1.5.0', home: '2.0.0-a1' }
const thrownAt = (...addresses: string[]) =>
  Object.assign(new Error('x'), {
    stack: ['Error: x', ...addresses.map((at) => `    at f (${at}:1:2)`)].join('\n'),
  })

test('an error belongs to the release whose code the stack names first', () => {
  const shell = 'http://mall/_next/static/chunks/1.js'
  const error = thrownAt(
    shell,
    'http://mall/mfe/home/2.0.0-a1/web/a.js',
    'http://mall/mfe/cart/1.5.0/web/b.js',
  )
  expect(releaseBehind({ error, caughtBy: { name: 'cart', version: '1.5.0' } }, releases)).toBe(
    'home@2.0.0-a1',
  )
})

test('without such a stack it belongs to the boundary that caught it, or else to no release', () => {
  const caughtBy = { name: 'cart', version: '1.5.0' }
  for (const error of [thrownAt('http://mall/_next/1.js'), 'a string', undefined]) {
    expect(releaseBehind({ error, caughtBy }, releases)).toBe('cart@1.5.0')
    expect(releaseBehind({ error }, releases)).toBeUndefined()
  }
  expect(releaseBehind({ error: undefined, where: '/mfe/cart/1.5.0/web/c.js' }, releases)).toBe('cart@1.5.0')
})

test('an error of a release that this document does not run belongs to no release', () => {
  expect(releaseBehind({ error: thrownAt('http://mall/mfe/cart/6.6.6/web/b.js') }, releases)).toBeUndefined()
  expect(
    releaseBehind({ error: thrownAt('http://mall/mfe/constructor/1.5.0/web/b.js') }, releases),
  ).toBeUndefined()
})

test('a message contains no personal data', () => {
  expect(messageOf({ error: new TypeError(`no “Ada” <ada@example.test> at 12 'Mill Lane'`) })).toBe(
    'TypeError: no … … at … …',
  )
  expect(messageOf({ error: 'x'.repeat(1_000) })).toHaveLength(150)
})
