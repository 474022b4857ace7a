import type { Language } from '../lexicon/language.ts'
import { wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Draft, Word } from './draft.ts'

/** Splits a draft's words into those that a list of the page's languages has, by their stems, and the others. */
export function partListed(
  draft: Draft,
  lexicon: Lexicon,
  listOf: (language: Language) => string | undefined,
): { listed: Word[]; others: Word[] } {
  const listed = new Set(
    lexicon.languages.flatMap((language) => wordsOf(listOf(language))).flatMap(lexicon.terms),
  )
  const isListed = ({ text, alternatives }: Word) =>
    !alternatives && lexicon.terms(text).some((term) => listed.has(term))
  return {
    listed: draft.words.filter(isListed),
    others: draft.words.filter((word) => !isListed(word)),
  }
}
