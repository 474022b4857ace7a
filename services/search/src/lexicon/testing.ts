import type { Locale } from '@mallhive/contracts/locales'
import type { Lexicon } from './lexicon.ts'
import { analysisOf } from './analysis.ts'
import { openLexicon } from './open-lexicon.ts'
import { tokens } from './tokens.ts'

interface Texts {
  titles: string[]
  descriptions?: string[]
  shops?: string[]
  categories?: string[]
}

/** Opens the lexicon of a mall with products of these titles, each by itself. */
export function lexiconOf(
  locale: Locale,
  { titles, descriptions = [], shops = [], categories = [] }: Texts,
): Promise<Lexicon> {
  const words = new Map<string, { documents: number; strong: number; heads: number }>()
  const count = (text: string, strong: number, head = '') => {
    for (const word of new Set(tokens(text))) {
      const known = words.get(word) ?? { documents: 0, strong: 0, heads: 0 }
      words.set(word, {
        documents: known.documents + 1,
        strong: known.strong + strong,
        heads: known.heads + Number(word === head),
      })
    }
  }
  const analysis = analysisOf(locale)
  for (const text of titles) count(text, 1, analysis.head(text))
  for (const text of descriptions) count(text, 0)
  for (const text of categories) count(text, 1)
  const named = (name: string) => ({ name, slug: tokens(name).join('-') })
  return openLexicon(locale, { words, shops: shops.map(named), categories: categories.map(named) })
}
