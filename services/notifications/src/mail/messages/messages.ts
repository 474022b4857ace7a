import { defaultLocale, isLocale, type Locale } from '@mallhive/contracts/locales'
import { de } from './de.ts'
import { en, type Messages } from './en.ts'

const catalogues: Partial<Record<Locale, Messages>> = { en, de }

/** Returns the language of a BCP 47 locale: English where there is no catalogue for it, or where it is malformed or empty. */
export function languageOf(locale: string): Language {
  const lang = /^[a-z]{2,3}(?=-|$)/.exec(locale)?.[0] ?? ''
  const messages = isLocale(lang) ? catalogues[lang] : undefined
  const isKnown = isLocale(lang) && messages !== undefined && isFormat(locale)
  return isKnown ? { lang, locale, messages } : { lang: defaultLocale, locale: 'en-GB', messages: en }
}

interface Language {
  /** Of the text, and of the pages that links lead to. */
  lang: Locale
  /** BCP 47, of amounts and dates. */
  locale: string
  messages: Messages
}

function isFormat(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
