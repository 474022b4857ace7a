import type { Locale } from '@mallhive/contracts/locales'
import type { StructuredQuery } from '../../query/structured-query.ts'
import { termOf } from './terms.ts'

/** A query whose stems are terms of the index. */
export type TermQuery = Pick<StructuredQuery, 'concepts' | 'excluded' | 'phrases'>

export function localised({ concepts, phrases, excluded }: StructuredQuery, locale: Locale): TermQuery {
  const terms = (stems: string[]) => stems.map((stem) => termOf(locale, stem))
  return {
    concepts: concepts.map(({ alternatives, ...concept }) => ({
      ...concept,
      alternatives: alternatives.map(({ stems, weight }) => ({ stems: terms(stems), weight })),
    })),
    phrases: phrases.map((rows) => rows.map((row) => row.map((stem) => stem && termOf(locale, stem)))),
    excluded: excluded.map(terms),
  }
}
