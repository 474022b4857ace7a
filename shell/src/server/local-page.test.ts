import { expect, test } from 'vitest'
import { canonicalPath, localPage } from './local-page.ts'
import { headOf } from '../render/head-of.ts'

const page = (path: string, ...live: ('en' | 'de' | 'ar')[]) => {
  const { lang, url } = localPage(new URL(path, 'http://shell.invalid'), ['en', ...live])
  return [lang, url.pathname + url.search]
}

test('the first segment is the locale, when it is live', () => {
  expect(page('/de/cart?a=/ar/', 'de')).toEqual(['de', '/cart?a=/ar/'])
  expect(page('/de', 'de')).toEqual(['de', '/'])
  expect(page('/de/', 'de')).toEqual(['de', '/'])
  expect(page('/cart', 'de')).toEqual(['en', '/cart'])
  expect(page('/de/cart')).toEqual(['en', '/de/cart'])
  expect(page('/en/cart', 'de')).toEqual(['en', '/en/cart'])
  expect(page('/de/ar/cart', 'de', 'ar')).toEqual(['de', '/ar/cart'])
  expect(page('/de//evil.example', 'de')).toEqual(['en', '/de//evil.example'])
  expect(page('/constructor/cart', 'de')).toEqual(['en', '/constructor/cart'])
})

test('a page has one address in each locale', () => {
  const canonical = (path: string) => canonicalPath(path, ['en', 'de', 'en-xa'])
  expect(canonical('/DE/cart')).toBe('/de/cart')
  expect(canonical('/De')).toBe('/de')
  expect(canonical('/EN-XA/p/Mug')).toBe('/en-xa/p/Mug')
  expect(canonical('/en/cart')).toBe('/cart')
  expect(canonical('/EN')).toBe('/')
  for (const path of ['/', '/de', '/cart', '/de/cart', '/AR/cart', '/CART', '/constructor', '/en/de/cart'])
    expect([path, canonical(path)]).toEqual([path, undefined])
  for (const path of ['/en//evil.example', '/en/%2fevil.example', '/en/%5cevil.example'])
    expect([path, canonical(path)]).toEqual([path, undefined])
})

test('a page names itself in every live locale, except the pseudo-locale and pages that are not indexed', () => {
  const of = { origin: 'https://mall.example', lang: 'de', live: ['en', 'de', 'en-xa'] } as const
  const { url, alternates } = headOf({ title: 'Cart' }, '/cart', of)
  expect(url).toBe('https://mall.example/de/cart')
  expect(alternates).toEqual([
    ['en', 'https://mall.example/cart'],
    ['de', 'https://mall.example/de/cart'],
    ['x-default', 'https://mall.example/cart'],
  ])
  expect(headOf({ title: 'Cart', robots: 'noindex' }, '/cart', of).alternates).toEqual([])
  expect(headOf({ title: 'Cart' }, '/cart', { ...of, live: ['en'] }).alternates).toEqual([])
})
