import type { Language } from '../lexicon/language.ts'
import { wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Draft, Word } from './draft.ts'

/**
 * Splits a draft's words into those that a list of the page's languages has, and the others.
 * @param formsOf what compares words of each language: by default their stems
 */
export function partListed(
  draft: Draft,
  lexicon: Lexicon,
  listOf: (language: Language) => string | undefined,
  formsOf: readonly ((word: string) => string)[] = lexicon.stemmers,
): { listed: Word[]; others: Word[] } {
  const lists = lexicon.languages.map((language, at) => {
    const formOf = formsOf[at]!
    return { formOf, forms: new Set(wordsOf(listOf(language)).map(formOf)) }
  })
  const isListed = ({ text, alternatives }: Word) =>
    !alternatives && lists.some(({ formOf, forms }) => forms.has(formOf(text)))
  return {
    listed: draft.words.filter(isListed),
    others: draft.words.filter((word) => !isListed(word)),
  }
}
