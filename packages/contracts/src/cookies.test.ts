import { expect, test } from 'vitest'
import { mallCookie, readCookie } from './cookies.ts'

const https = 'https://mall.example'
const http = 'http://localhost:4000'

test('on https a cookie is bound to the host and to https, and only such a cookie is read', () => {
  const cookie = mallCookie('mall_session', 'x.y', { publicOrigin: https, maxAgeSeconds: 60 })
  expect(cookie).toBe('__Host-mall_session=x.y; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax')
  expect(readCookie('mall_session=planted; __Host-mall_session=own', 'mall_session', https)).toBe('own')
  expect(readCookie('mall_session=planted', 'mall_session', https)).toBeUndefined()
})

test('on plain http a cookie has neither prefix nor Secure, which browsers would reject', () => {
  const cookie = mallCookie('mall_theme', 'dark', { publicOrigin: http })
  expect(cookie).toBe('mall_theme=dark; Path=/; HttpOnly; SameSite=Lax')
  expect(readCookie(cookie.split(';')[0], 'mall_theme', http)).toBe('dark')
})

test.each([undefined, '', '=', ';;;', 'mall_theme', '__proto__=x', '=;;%E0%A4%A;mall_theme'])(
  'the header %j yields no theme and no error',
  (header) => expect(readCookie(header, 'mall_theme', http)).toBeUndefined(),
)
