import { defaultLocale, isLocale, type Locale } from '@mallhive/contracts/locales'

/** How the texts of a language become terms. Queries are analysed by the same functions. */
export interface Analyzer {
  /** Returns the words of a text in order, in lower case. */
  tokens(text: string): string[]
  /** Returns a word in one spelling: without accents. */
  fold(word: string): string
  stem(word: string): string
  /** Returns the noun that a title is about, one of its tokens: `teapot` of `Round teapot with a lid`. */
  head(title: string): string
  /** Words that no query is about: `the`. */
  isStopWord(word: string): boolean
}

/**
 * Languages with rows of their own in the index; a locale without one is searched in the default language. A document without
 * texts in a language is in its rows with the shop's own texts, analysed as those of the default language.
 */
export type Analyzers = Partial<Record<Locale, Analyzer>>

/** Returns the analyzer of a document's texts in a locale. */
export const analyzerOf = (analyzers: Analyzers, locale: Locale, isTranslated: boolean): Analyzer =>
  (isTranslated ? analyzers[locale] : undefined) ?? analyzers[defaultLocale]!

export const localesOf = (analyzers: Analyzers): Locale[] => Object.keys(analyzers).filter(isLocale)
