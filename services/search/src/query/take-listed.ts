import type { Language } from '../lexicon/language.ts'
import { wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Draft, Word } from './draft.ts'

/** Splits a draft's words into those that a list of the page's languages has, by their stems in its language, and the others. */
export function partListed(
  draft: Draft,
  lexicon: Lexicon,
  listOf: (language: Language) => string | undefined,
): { listed: Word[]; others: Word[] } {
  const lists = lexicon.languages.map((language, at) => {
    const stem = lexicon.stemmers[at]!
    return { stem, stems: new Set(wordsOf(listOf(language)).map(stem)) }
  })
  const isListed = ({ text, alternatives }: Word) =>
    !alternatives && lists.some(({ stem, stems }) => stems.has(stem(text)))
  return {
    listed: draft.words.filter(isListed),
    others: draft.words.filter((word) => !isListed(word)),
  }
}
