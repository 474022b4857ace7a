import { expect, test } from 'vitest'
import { preferredLocale } from './preferred-locale.ts'

const origin = 'http://mall.test'
const preferred = (
  headers: Record<string, string>,
  lang: 'en' | 'de' = 'en',
  live: ('en' | 'de')[] = ['en', 'de'],
) => preferredLocale({ headers }, { lang, origin }, live)

const german = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' }

test('a visitor who prefers another live locale is sent there, by the weights of Accept-Language', () => {
  expect(preferred(german)).toBe('de')
  expect(preferred({ 'accept-language': 'fr, en;q=0.4, de;q=0.8' })).toBe('de')
  expect(preferred({ 'accept-language': 'en-GB,en;q=0.9,de;q=0.8' })).toBeUndefined()
  expect(preferred({ 'accept-language': 'de;q=0' })).toBeUndefined()
  expect(preferred({ 'accept-language': `${'x,'.repeat(5000)}de` })).toBeUndefined()
  expect(preferred({})).toBeUndefined()
})

test('no visitor is redirected to a locale that is not live', () => {
  expect(preferred(german, 'en', ['en'])).toBeUndefined()
  expect(preferred({ cookie: 'mall_locale=ar' })).toBeUndefined()
  expect(preferred({ cookie: 'mall_locale=de' }, 'en', ['en'])).toBeUndefined()
})

test('the choice counts more than the browser’s languages', () => {
  expect(preferred({ ...german, cookie: 'mall_locale=en' })).toBeUndefined()
  expect(preferred({ 'accept-language': 'en', cookie: 'mall_locale=de' })).toBe('de')
})

test('an address with a locale, a page of the mall, a navigation and a crawler stay where they are', () => {
  expect(preferred(german, 'de')).toBeUndefined()
  expect(preferred({ ...german, 'sec-fetch-site': 'same-origin' })).toBeUndefined()
  expect(preferred({ ...german, referer: `${origin}/cart` })).toBeUndefined()
  expect(preferred({ ...german, referer: `${origin}.evil.example/` })).toBe('de')
  expect(preferred({ ...german, accept: 'application/vnd.mallhive.view+json' })).toBeUndefined()
  expect(preferred({ ...german, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })).toBeUndefined()
})
