import { type Analyzer, type Analyzers, analyzerOf } from './analyzer.ts'
import type { IndexCard, SuggestRequest } from './port.ts'

/** Products with titles that begin as typed, and those that the text means. */
type Found = { begun: IndexCard[]; meant: () => Promise<IndexCard[]> }

/**
 * Returns products to suggest: titles that begin as typed come first. In another language than the page's a title counts by its
 * whole words: those that only begin so are suggested where there is nothing else.
 */
export async function suggested(
  { begun, meant }: Found,
  { text, locale, limit }: SuggestRequest,
  analyzers: Analyzers,
): Promise<IndexCard[]> {
  const isForeign = (card: IndexCard) => {
    const analyzer = analyzerOf(analyzers, locale, card.locale === locale)
    return card.locale !== locale && isOnlyBegun(card.title, text, analyzer)
  }
  const own = begun.filter((card) => !isForeign(card))
  const more = own.length < limit ? (await meant()).filter((card) => !isForeign(card)) : []
  const found = [...own, ...more]
  const shown = found.length > 0 ? found : begun
  return [...new Map(shown.map((card) => [card.id, card])).values()].slice(0, limit)
}

function isOnlyBegun(title: string, text: string, analyzer: Analyzer): boolean {
  const last = analyzer.tokens(text).at(-1) ?? ''
  const words = analyzer.tokens(title)
  return (
    words.some((word) => analyzer.fold(word).startsWith(analyzer.fold(last))) &&
    !words.some((word) => analyzer.stem(word) === analyzer.stem(last))
  )
}
