import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test('a path of this site is kept', () => {
  for (const path of ['/', '/checkout/1/address', '/orders?after=x#top', '/p/a%20b'])
    expect(safePath(path)).toBe(path)
})

test('nothing leads off the site', () => {
  const leaving = [
    'https://evil.test',
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    '\\\\evil.test',
    'javascript:alert(1)',
    '/.//evil.test',
    '/%2e//evil.test',
    'cart',
    '',
    undefined,
    `/${'a'.repeat(3000)}`,
  ]
  for (const path of leaving) expect(safePath(path)).toBe('/account')
})
