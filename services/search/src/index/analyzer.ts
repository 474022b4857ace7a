import type { Locale } from '@mallhive/contracts/locales'

/** How the texts of a language become terms. Queries are analysed by the same functions. */
export interface Analyzer {
  /** Returns the words of a text in order, in lower case and without accents. */
  tokens(text: string): string[]
  stem(word: string): string
  /** Returns the noun that a title is about, one of its tokens: `teapot` of `Round teapot with a lid`. */
  head(title: string): string
  /** Words that no query is about: `the`. */
  isStopWord(word: string): boolean
}

/** Languages with rows of their own in the index; a locale without one is searched in the default language. */
export type Analyzers = Partial<Record<Locale, Analyzer>>
