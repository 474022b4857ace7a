import { expect, test } from 'vitest'
import { foreignFault } from './foreign-fault.ts'

const mall = 'https://mall.example'
const release = `${mall}/mfe/cart/1.5.0/web/b.js`
const react = `${mall}/_next/static/chunks/1.js`

/** Returns an error with the stack of Chromium, or that of Firefox and Safari. */
const thrownAt = (addresses: string[], error: Error, isFirefox = false) =>
  Object.defineProperty(error, 'stack', {
    value: isFirefox
      ? addresses.map((at) => `f@${at}:1:2`).join('\n')
      : [`${error.name}: ${error.message}`, ...addresses.map((at) => `    at f (${at}:1:2)`)].join('\n'),
  })

for (const isFirefox of [false, true])
  test(`an error belongs to a foreign script when its code threw, also when the mall called it; Firefox: ${isFirefox}`, () => {
    const fault = (...addresses: string[]) =>
      foreignFault({ error: thrownAt(addresses, new Error(`x at ${mall}/p`), isFirefox) }, mall)
    for (const foreign of [
      'chrome-extension://abc/content.js',
      'moz-extension://abc/content.js',
      'safari-web-extension://abc/content.js',
      'webkit-masked-url://hidden/',
      'https://mall.example.evil.test/x.js',
    ])
      expect([fault(foreign), fault(foreign, release)]).toEqual(['script', 'script'])
    expect([fault(release, 'chrome-extension://abc/content.js'), fault(release), fault(react)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

test('an error without a stack belongs to the script of its address', () => {
  expect(foreignFault({ error: undefined, where: 'moz-extension://abc/x.js' }, mall)).toBe('script')
  expect(foreignFault({ error: 'a string', where: release }, mall)).toBeUndefined()
  expect(foreignFault({ error: 'a string' }, mall)).toBeUndefined()
})

test.each([
  'Failed to fetch dynamically imported module: https://mall.example/mfe/cart/1.5.0/web/b.js',
  'error loading dynamically imported module: https://mall.example/mfe/cart/1.5.0/web/b.js',
  'Importing a module script failed.',
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Load failed',
])('“%s” is the network’s, also as the cause of another error', (message) => {
  const error = thrownAt([release], new TypeError(message))
  expect(foreignFault({ error }, mall)).toBe('network')
  expect(foreignFault({ error: new Error('The BFF did not answer', { cause: error }) }, mall)).toBe('network')
})

test('an answer that is no JSON, and a message that only mentions the network, are the mall’s', () => {
  for (const error of [
    new Error('The BFF did not answer', { cause: new SyntaxError('Unexpected token <') }),
    new TypeError('Failed to fetch the fourth column'),
    new Error('Failed to fetch'),
  ])
    expect(foreignFault({ error: thrownAt([release], error) }, mall)).toBeUndefined()
})

test('a node that is not where React has put it was moved by other software; a release’s own code answers for itself', () => {
  const lost = (...addresses: string[]) =>
    foreignFault({ error: thrownAt(addresses, new DOMException('x', 'NotFoundError')) }, mall)
  expect([lost(react, release), lost(), lost(release, react)]).toEqual(['page', 'page', undefined])
  const other = thrownAt([react], new DOMException('x', 'SyntaxError'))
  expect(foreignFault({ error: other }, mall)).toBeUndefined()
})
