import { formatLocale, liveLocales } from '@mallhive/contracts/locales'
import { expect, test } from 'vitest'
import { languageOf } from './messages.ts'

test('mails are written in every language that shoppers may choose', () => {
  const written = liveLocales.map((locale) => languageOf(formatLocale(locale, 'EUR')).lang)
  expect(written).toEqual(liveLocales)
})
