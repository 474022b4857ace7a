import { expect, test } from 'vitest'
import { localHref } from './local-href.ts'

test.each([
  ['/', '/de'],
  ['/cart', '/de/cart'],
  ['/?flash=1', '/de?flash=1'],
  ['/#fresh', '/de#fresh'],
  ['/search?q=/p/a', '/de/search?q=/p/a'],
  ['/german', '/de/german'],
  ['/design', '/de/design'],
])('a page’s address gets the locale: %s', (href, localised) => {
  expect(localHref('de', href)).toBe(localised)
  expect(localHref('en', href)).toBe(href)
})

test.each([
  '#fresh',
  '?q=mug',
  '//evil.example/',
  'https://mall.example/cart',
  'mailto:a@b.example',
  '/api/cart/form/addItem',
  '/_mall/preferences',
  '/media/a.webp',
  '/sitemap.xml',
  '/de/cart',
  '/de',
  '/ar/cart',
])('any other address stays as it is: %s', (href) => expect(localHref('de', href)).toBe(href))
