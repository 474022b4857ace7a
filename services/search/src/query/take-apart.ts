import type { Language } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Draft, Word } from './draft.ts'
import { partListed } from './take-listed.ts'

/** Returns the words of a draft with those compounds taken apart of which a list has the first or the last part. */
export function takeApart(
  draft: Draft,
  lexicon: Lexicon,
  part: 'first' | 'last',
  listOf: (language: Language) => string | undefined,
  formsOf = lexicon.stemmers,
): Word[] {
  return draft.words.flatMap((word) => {
    const isSold = lexicon.terms(word.text).some(lexicon.isStrong)
    const parts = word.alternatives || isSold ? undefined : lexicon.split(word.text)
    if (!parts) return [word]
    const listed = { ...draft, words: [{ text: parts[part === 'first' ? 0 : 1] }] }
    return partListed(listed, lexicon, listOf, formsOf).listed.length > 0
      ? parts.map((text) => ({ ...word, text }))
      : [word]
  })
}
