import type { Locale } from '@mallhive/contracts/locales'
import type { StructuredQuery } from '../../query/structured-query.ts'
import type { Analyzer } from '../analyzer.ts'
import { termOf } from './terms.ts'

/** A query whose stems are terms of the index. */
export type TermQuery = Pick<StructuredQuery, 'concepts' | 'excluded'> & {
  /** `undefined` stands for a stop word. */
  phrases: (string | undefined)[][]
}

export function localised(
  { concepts, phrases, excluded }: StructuredQuery,
  locale: Locale,
  analyzer: Analyzer,
): TermQuery {
  const terms = (stems: string[]) => stems.map((stem) => termOf(locale, stem))
  return {
    concepts: concepts.map(({ text, alternatives }) => ({
      text,
      alternatives: alternatives.map(({ stems, weight }) => ({ stems: terms(stems), weight })),
    })),
    phrases: phrases.map((stems) =>
      stems.map((stem) => (analyzer.isStopWord(stem) ? undefined : termOf(locale, stem))),
    ),
    excluded: excluded.map(terms),
  }
}
