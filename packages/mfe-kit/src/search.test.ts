import { expect, test } from 'vitest'
import { searchOf } from './search.ts'

test('a page gets its own parameters, the last of a repeated one, and none of the shell’s', () => {
  const { searchParams } = new URL('http://mall.test/c/mugs?q=a&q=b&flash=x&mall-pin=cart@1.5.0&empty=')
  expect(searchOf(searchParams)).toEqual({ q: 'b', empty: '' })
  expect(searchOf(new URLSearchParams('__proto__=x'))).not.toHaveProperty('x')
})
