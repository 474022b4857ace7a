import { currencies } from './currencies.ts'
import type { Currency } from './currencies.ts'

interface LocaleEntry {
  /** Its name in its own language. */
  name: string
  dir: 'ltr' | 'rtl'
  /** BCP 47 tag for dates, numbers and amounts; absent for English, where the currency decides about it. */
  format?: string
  /** Made from the default locale's messages by the build, to find texts that are not in a catalogue. */
  pseudo?: true
  /** Not whole yet: releases may lack its messages where a mall offers it, and are shown in the default locale there. */
  draft?: true
}

/** Locales that pages may have, by the first segment of their addresses and the names of catalogues. BCP 47, lower case. */
export const locales = {
  en: { name: 'English', dir: 'ltr' },
  de: { name: 'Deutsch', dir: 'ltr', format: 'de-DE' },
  ar: { name: 'العربية', dir: 'rtl', format: 'ar', draft: true },
  'en-xa': { name: 'Ƥšéüðö', dir: 'ltr', format: 'en-IE', pseudo: true },
} as const satisfies Record<string, LocaleEntry>

export type Locale = keyof typeof locales

/** The locale of addresses without a prefix. Its messages decide which keys and placeholders there are. */
export const defaultLocale: Locale = 'en'

/** The locales that shoppers may choose. A release without all messages of them is refused. */
export const liveLocales: readonly Locale[] = ['en', 'de']

/** Whether pages may have this locale. */
export const isLocale = (name: string): name is Locale => Object.hasOwn(locales, name)

export const allLocales = Object.keys(locales).filter(isLocale)

/** Returns what the table says about a locale. */
export const localeEntry = (locale: Locale): LocaleEntry => locales[locale]

/** Returns the BCP 47 tag for dates, numbers and amounts of a shopper with this locale and currency. */
export const formatLocale = (locale: Locale, currency: Currency): string =>
  localeEntry(locale).format ?? currencies[currency].locale

/** Returns the locale of a BCP 47 tag, by its language where there is none for its region: `de-AT` → `de`; else the default one. */
export function localeOfTag(tag: string): Locale {
  const name = tag.toLowerCase()
  const [language = ''] = name.split('-')
  return [name, language].find(isLocale) ?? defaultLocale
}

export interface LocalPath {
  locale: Locale
  /** The path without the locale's segment. */
  path: string
}

/**
 * Splits `/de/cart` into `de` and `/cart`. A path that begins with no locale, or with the default one, belongs to the default
 * locale, and so does one whose rest a browser follows to another host: `/de//evil.example`.
 */
export function splitLocale(path: string): LocalPath {
  const [, segment = '', rest = ''] = /^\/([^/?#]*)(.*)$/s.exec(path) ?? []
  const isElsewhere = /^\/(\/|\\|%2f|%5c)/i.test(rest)
  if (!isLocale(segment) || segment === defaultLocale || isElsewhere) return { locale: defaultLocale, path }
  return { locale: segment, path: rest.startsWith('/') ? rest : `/${rest}` }
}

/** Returns the address of a page in a locale: `/cart` → `/de/cart`. The path has no locale yet, or is returned as it is. */
export function localPath(locale: Locale, path: string): string {
  if (locale === defaultLocale || splitLocale(path).locale !== defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path.replace(/^\/(?=[?#])/, '')}`
}
