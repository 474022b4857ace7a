import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'

const languages: Language[] = [en, de, ar]

/** Returns a locale's language; a locale without one has that of the default locale, whose texts it shows. */
export const languageOf = (locale: Locale): Language =>
  languages.find((language) => language.locale === locale) ?? en

/** Returns the languages of the texts on a locale's pages: its own, then that of texts without a translation. */
export const languagesOf = (locale: Locale): Language[] => [
  ...new Set([languageOf(locale), languageOf(defaultLocale)]),
]
