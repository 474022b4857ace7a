import type { Concept } from '../../query/structured-query.ts'
import type { Locale } from '@mallhive/contracts/locales'
import type { Analyzers } from '../analyzer.ts'
import { bounded } from '../bounds.ts'
import { growing } from '../growing.ts'
import type { SuggestRequest } from '../port.ts'
import { titleKey } from '../texts.ts'
import { candidates } from './candidates.ts'
import { conceptHeld, type Dsl } from './match.ts'
import { relevance } from './relevance.ts'
import { languageOf } from './stored-document.ts'

/** The most popular ones are read first. */
const mostRead = 500

/** Returns the search for products that meet all words of a reading in a strong place, or undefined where it has no words. */
export function meantBy(
  { typing, locale: asked, currency, limit }: SuggestRequest,
  analyzers: Analyzers,
): object | undefined {
  if (!typing || typing.structured.concepts.length === 0) return undefined
  const query = bounded({
    structured: { ...growing(typing), skus: [] },
    locale: asked,
    currency,
    filters: [],
    sort: 'relevance',
    size: limit,
    cursor: '',
  })
  const structured = query.structured!
  const [locale, analyzer] = languageOf(asked, analyzers)
  const rarities = structured.concepts.map(() => 1)
  const filter = [
    ...candidates(query, { step: 'all', rarities: [] }, analyzers),
    ...inTitle(typing.structured.concepts.at(-1), structured.concepts.at(-1), locale),
  ]
  const should = relevance({
    query: structured,
    rarities,
    step: 'all',
    locale,
    titleKey: titleKey(structured.text, analyzer),
    currency,
  })
  return {
    size: 2 * limit,
    _source: ['card'],
    track_total_hits: false,
    terminate_after: mostRead,
    query: { bool: { filter, should } },
    sort: [{ _score: { order: 'desc' } }, { id: { order: 'desc' } }],
  }
}

/** Returns the condition for documents that have a word which only begins as typed in their title. */
const inTitle = (own: Concept | undefined, grown: Concept | undefined, locale: Locale): Dsl[] =>
  own && grown && own.alternatives.length < grown.alternatives.length
    ? [
        {
          bool: {
            should: [conceptHeld(own, locale, 'strong'), conceptHeld(grown, locale, 'title')],
            minimum_should_match: 1,
          },
        },
      ]
    : []
