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
    return { formOf, forms: formsIn(listOf(language) ?? '', formOf) }
  })
  const isListed = ({ text, alternatives }: Word) =>
    !alternatives && lists.some(({ formOf, forms }) => forms.has(formOf(text)))
  return {
    listed: draft.words.filter(isListed),
    others: draft.words.filter((word) => !isListed(word)),
  }
}

const known = new WeakMap<(word: string) => string, Map<string, Set<string>>>()

/** Returns the forms of a list's words, which are made once. */
function formsIn(list: string, formOf: (word: string) => string): Set<string> {
  const own = known.get(formOf) ?? new Map<string, Set<string>>()
  known.set(formOf, own)
  const forms = own.get(list) ?? new Set(wordsOf(list).map(formOf))
  own.set(list, forms)
  return forms
}
