import { expect, test } from 'vitest'
import { consentsOf } from './consents.ts'

const origin = 'http://localhost:4000'
const cookie = 'mall_theme=dark; mall_searches=on'

test('a shopper has agreed to nothing until the cookie says so', () => {
  expect(consentsOf({}, origin)).toEqual([])
  expect(consentsOf({ cookie: 'mall_searches=off' }, origin)).toEqual([])
  expect(consentsOf({ cookie }, origin)).toEqual(['searches'])
})

test('Global Privacy Control and Do Not Track overrule the cookie', () => {
  expect(consentsOf({ cookie, 'sec-gpc': '1' }, origin)).toEqual([])
  expect(consentsOf({ cookie, dnt: '1' }, origin)).toEqual([])
  expect(consentsOf({ cookie, dnt: '0' }, origin)).toEqual(['searches'])
})

test('on https only the cookie that no other host can set counts', () => {
  expect(consentsOf({ cookie }, 'https://mall.example')).toEqual([])
  expect(consentsOf({ cookie: '__Host-mall_searches=on' }, 'https://mall.example')).toEqual(['searches'])
})
