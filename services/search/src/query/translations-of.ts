import type { Lexicon } from '../lexicon/lexicon.ts'
import { allOf, waysOf } from './alternatives.ts'
import type { Alternative } from './structured-query.ts'

/** Returns the ways to meet a word by names of the same thing in the page's languages. */
export const translationsOf = (word: string, lexicon: Lexicon): Alternative[] =>
  lexicon.translations(word).flatMap(({ words, weight }) => {
    const [only, ...others] = words
    return only !== undefined && others.length === 0
      ? waysOf(only, 0.8 * weight, lexicon)
      : allOf(words, 0.8 * weight, lexicon)
  })
