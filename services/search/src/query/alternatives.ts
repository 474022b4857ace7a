import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Alternative } from './structured-query.ts'

const most = 32

/**
 * Returns the ways to meet a word: its stems, compounds that it is the last part of, and the same of its synonyms. A word that
 * synonyms name in the other language of the page is hardly meant as one of that: a `Tee` is tea and no T-shirt.
 */
export const waysOf = (word: string, weight: number, lexicon: Lexicon): Alternative[] => [
  ...formsOf(word, weight, lexicon, lexicon.isOwn(word) ? 0.3 : 1),
  ...lexicon.numbersAs(word).flatMap((number) => allOf([number], weight, lexicon)),
  ...lexicon
    .synonyms([word])
    .flatMap((words) =>
      words.length === 1 ? formsOf(words[0]!, weight * 0.8, lexicon) : allOf(words, weight * 0.8, lexicon),
    ),
]

/**
 * Returns the stems of a word and of compounds that it is the last part of.
 * @param elsewhere what its stem in the other language of the page counts
 */
export const formsOf = (
  word: string,
  weight: number,
  { terms, compoundsOf }: Lexicon,
  elsewhere = 1,
): Alternative[] => [
  ...terms(word).map((term, at) => ({ stems: [term], weight: at > 0 ? elsewhere * weight : weight })),
  ...terms(word)
    .flatMap(compoundsOf)
    .map((term) => ({ stems: [term], weight: weight * 0.9 })),
]

/** Returns the ways to meet all of several words: their stems in each language of the page. */
export const allOf = (words: readonly string[], weight: number, { stemmers }: Lexicon): Alternative[] =>
  stemmers.map((stem) => ({ stems: words.map(stem), weight }))

/** Whether a product may have it in a strong place. */
export const isMet = ({ stems }: Alternative, lexicon: Lexicon): boolean => stems.every(lexicon.isStrong)

/** Returns alternatives that products have, each once with its highest weight; the first where none has any. */
export function narrow(alternatives: Alternative[], lexicon: Lexicon): Alternative[] {
  const best = new Map<string, Alternative>()
  for (const each of alternatives.filter(({ stems }) => stems.every(lexicon.isKnown))) {
    const key = each.stems.toSorted().join(' ')
    if ((best.get(key)?.weight ?? 0) < each.weight) best.set(key, each)
  }
  const known = [...best.values()].toSorted((a, b) => b.weight - a.weight).slice(0, most)
  return known.length > 0 ? known : alternatives.slice(0, 1)
}
