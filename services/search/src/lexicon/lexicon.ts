import type { Locale } from '@mallhive/contracts/locales'
import type { Phrase } from '../query/structured-query.ts'
import type { Language } from './language.ts'
import type { Translation } from './names.ts'
import type { Spelt } from './spelling.ts'
import type { Vocabulary } from '../index/port.ts'

/** What is known of the words of a locale's pages. All of it is in memory; nothing waits. */
export interface Lexicon {
  locale: Locale
  /** The locale's language, then that of texts without a translation. */
  languages: readonly Language[]
  vocabulary: Vocabulary
  /** Returns the stems of a word, one for each language, without repetitions. */
  terms: (word: string) => string[]
  /** The stemmers of these languages. */
  stemmers: readonly ((word: string) => string)[]
  /** What writes a word of each language in one spelling. */
  folds: readonly ((word: string) => string)[]
  /** Returns a row of words as a text of each language has it, from its first to its last stem. */
  phrase: (words: readonly string[]) => Phrase
  /** Whether a product has the stem in its title, category, attributes, options or shop. */
  isStrong: (term: string) => boolean
  /** Whether the title of a product is about the stem. */
  isHead: (term: string) => boolean
  /** Whether a product has the stem, its description included. */
  isKnown: (term: string) => boolean
  /** Whether a dictionary has the word, in any form, or another language for a thing. */
  isWord: (word: string) => boolean
  /** Whether a word is a noun, as far as dictionaries and names of things tell. */
  isNoun: (word: string) => boolean
  /** Whether a noun says what a thing is only with the word before it. */
  isVague: (word: string) => boolean
  /** Whether a word is an adjective, as far as dictionaries tell. */
  isAdjective: (word: string) => boolean
  /** Whether the file of synonyms in the locale's language has the word. */
  hasSynonyms: (word: string) => boolean
  /** Whether it is a word of the locale's language that the file of synonyms has. */
  isOwn: (word: string) => boolean
  /** Whether a word says nothing in a language of the page. */
  isStopWord: (word: string) => boolean
  /** Returns what stands for a row of words, each as words. */
  synonyms: (words: readonly string[]) => string[][]
  /** Returns what is wanted where a text describes by this word: a sock for a foot. */
  needs: (word: string) => string[][]
  /** Returns what else a number up to twelve is written as: `two`. */
  numbersAs: (word: string) => string[]
  /** Returns names in the page's languages for what a word of any names. */
  translations: (word: string) => Translation[]
  /** Returns words of products that begin with a text, the commonest first. */
  beginningWith: (prefix: string, most: number) => string[]
  /** Returns words of the page's language that begin with a text and have a synonym or translation that products have. */
  synonymsBeginning: (prefix: string, most: number) => string[]
  /** Returns stems of products that are compounds with the stem as their last part, the commonest first. */
  compoundsOf: (term: string) => string[]
  /** Returns the two parts of a compound, or undefined where it is none. */
  split: (word: string) => [first: string, last: string] | undefined
  /** Returns the likeliest word of products within that number of typing errors. */
  closest: (word: string, max: 1 | 2) => Spelt | undefined
  /** Returns the categories of that name, once for each of their names, with the words of it that say something. */
  categoriesNamed: (words: readonly string[]) => { slug: string; words: string[] }[]
  /** Whether a word names a thing: by synonyms, or in any language. */
  isThing: (word: string) => boolean
  /** Returns the shops that have one of the words in their name. */
  shopsNamed: (words: readonly string[]) => { slug: string; name: string; words: string[] }[]
}
