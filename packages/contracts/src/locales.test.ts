import { expect, test } from 'vitest'
import { localeOfTag } from './locales.ts'

test.for([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['EN-us', 'en'],
  ['en-xa', 'en-xa'],
  ['fr-FR', 'en'],
  ['', 'en'],
  ['__proto__', 'en'],
] as const)('the locale of the tag "%s" is %s', ([tag, locale]) => {
  expect(localeOfTag(tag)).toBe(locale)
})
