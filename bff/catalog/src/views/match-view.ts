import type { Excerpt, Hit, TextRange } from '@mallhive/contracts/search'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'

/** A part of a text to mark. */
export type Mark = [start: number, length: number]

/** Why a product is among the results of a query, and how it is shown there. */
export type MatchView = {
  /** Words of the query that it does not have. */
  missing?: string[]
  /** Parts of the title. Absent where no title of the page has one. */
  titleMarks?: Mark[]
  /** Another text of the product, where the title does not show why. */
  excerpt?: { text: string; marks: Mark[]; lang?: string }
  /** The options that its picture shows, where the list asks for a colour. */
  options?: Record<string, string>
}

/** Returns the matches of a page of hits, by product. */
export function toMatches(hits: Hit[], pageLang: string): Map<string, MatchView> {
  const isMarked = hits.some(({ titleMatches }) => titleMatches.length > 0)
  return new Map(
    hits.flatMap(({ product, missing, titleMatches, excerpt, options }) => {
      if (!product) return []
      const match: MatchView = {
        missing: missing.length > 0 ? missing : undefined,
        titleMarks: isMarked ? titleMatches.map(toMark) : undefined,
        excerpt: excerpt && toExcerpt(excerpt, pageLang),
        options: Object.keys(options).length > 0 ? { ...options } : undefined,
      }
      return [[product.id, match]]
    }),
  )
}

const toExcerpt = ({ text, matches, locale }: Excerpt, pageLang: string) => ({
  text,
  marks: matches.map(toMark),
  lang: foreignLang(locale, pageLang),
})

const toMark = ({ start, length }: TextRange): Mark => [start, length]
