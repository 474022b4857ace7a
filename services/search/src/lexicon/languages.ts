import { globSync } from 'node:fs'
import { defaultLocale, liveLocales, type Locale } from '@mallhive/contracts/locales'
import type { Language } from './language.ts'

export const folder = new URL('languages/', import.meta.url)

/** The languages that have a file. */
const languages = await Promise.all(
  globSync('*.ts', { cwd: folder, exclude: ['*.test.ts'] }).map(async (file) => {
    const { language } = (await import(new URL(file, folder).href)) as { language: Language }
    return language
  }),
)

/** Returns a locale's language; a locale without one has that of the default locale, whose texts it shows. */
export const languageOf = (locale: Locale): Language =>
  languages.find((language) => language.locale === locale) ?? languageOf(defaultLocale)

/** Returns the languages of the texts on a locale's pages: its own, then that of texts without a translation. */
export const languagesOf = (locale: Locale): Language[] => [
  ...new Set([languageOf(locale), languageOf(defaultLocale)]),
]

/** Returns languages and those that shoppers may choose: a price may be said in any of them. */
export const withChoosable = (page: readonly Language[]): Language[] => [
  ...new Set([...page, ...liveLocales.map(languageOf)]),
]
