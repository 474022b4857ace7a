import type { Lexicon } from '../lexicon/lexicon.ts'
import { allOf, formsOf, waysOf } from './alternatives.ts'
import type { Alternative } from './structured-query.ts'

/** Returns the ways to meet a word by names of the same thing in the page's languages. */
export const translationsOf = (word: string, lexicon: Lexicon): Alternative[] =>
  lexicon.translations(word).flatMap(({ words, weight }) => named(words, 0.8 * weight, lexicon, waysOf))

/**
 * On pages that show texts of another language, words are met by their surest translations as well. Where synonyms name them,
 * these are surer: `Brille` is `glasses` on a nose.
 */
export const surelyTranslated = (word: string, lexicon: Lexicon): Alternative[] =>
  lexicon.languages.length > 1 && !lexicon.hasSynonyms(word)
    ? lexicon
        .translations(word)
        .filter(({ isSure }) => isSure)
        .flatMap(({ words }) => named(words, 0.8, lexicon, formsOf))
    : []

/** A name of several words is also met, less well, by its last: a kitchen knife by a knife. */
function named(words: string[], weight: number, lexicon: Lexicon, ways: typeof waysOf): Alternative[] {
  const last = words.at(-1) ?? ''
  return words.length > 1
    ? [...allOf(words, weight, lexicon), ...ways(last, 0.6 * weight, lexicon)]
    : ways(last, weight, lexicon)
}
