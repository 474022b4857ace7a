import type { Analyzers } from '../analyzer.ts'
import { bounded, isEmptyText, nothingFound } from '../bounds.ts'
import { type StoredCard, shownCard } from '../card.ts'
import { type Cursor, decodeCursor, encodeCursor } from '../cursor.ts'
import type { Hit, IndexQuery, IndexResult } from '../port.ts'
import { ask } from './ask.ts'
import { type Counts, countsOf, narrowed, priceField, readCounts } from './counts.ts'
import { type Dsl, conceptHeld } from './match.ts'
import { type Context, type Plan, candidates, planOf, plannedBy } from './plan.ts'
import { constant, relevance } from './relevance.ts'
import { titleKey } from '../texts.ts'
import { languageOf } from './stored-document.ts'

type Found = { _source: { card: StoredCard }; sort: [number, string]; matched_queries?: string[] }

/** Answers a query from one generation. */
export async function searchIn(context: Context, index: string, asked: IndexQuery): Promise<IndexResult> {
  const { client, analyzers } = context
  const query = bounded(asked)
  const concepts = query.structured?.concepts ?? []
  const cursor = query.cursor ? decodeCursor(query.cursor, query.sort, concepts.length) : undefined
  if (query.structured && isEmptyText(query.structured)) return nothingFound
  const plan = cursor ? plannedBy(cursor) : await planOf(context, index, query)
  const backwards = cursor?.way === 'before'
  const { hits, aggregations } = await ask<Found, Counts>(client, index, {
    size: query.size + 1,
    track_total_hits: false,
    query: { bool: { filter: candidates(query, plan, analyzers), should: scored(query, plan, analyzers) } },
    post_filter: { bool: { filter: narrowed(query) } },
    aggs: countsOf(query),
    sort: sortOf(query, backwards),
    ...(cursor && { search_after: [cursor.key, cursor.id] }),
  })
  const more = hits.hits.length > query.size
  const page = hits.hits.slice(0, query.size)
  if (backwards) page.reverse()
  const rarities = plan.rarities.map(({ rarity }) => rarity)
  const place = (hit: Found | undefined, way: Cursor['way']) =>
    hit
      ? encodeCursor({ sort: query.sort, way, key: hit.sort[0], id: hit.sort[1], step: plan.step, rarities })
      : ''
  return {
    hits: page.flatMap((hit) => hitOf(hit, query)),
    ...readCounts(aggregations, query),
    next: backwards || more ? place(page.at(-1), 'after') : '',
    previous: (backwards ? more : cursor) ? place(page[0], 'before') : '',
  }
}

function sortOf({ sort, structured, currency }: IndexQuery, backwards: boolean): object[] {
  const [field, descending] = {
    relevance: [structured ? '_score' : 'popularity', true],
    newest: ['newest', true],
    rating: ['rating', true],
    'price-asc': [priceField(currency), false],
    'price-desc': [priceField(currency), true],
  }[sort] as [string, boolean]
  const order = (isDescending: boolean) => (isDescending === backwards ? 'asc' : 'desc')
  return [{ [field]: { order: order(descending) } }, { id: { order: order(descending) } }]
}

function scored(query: IndexQuery, { step, rarities }: Plan, analyzers: Analyzers): Dsl[] {
  const { structured, currency } = query
  if (!structured) return []
  const [locale, analyzer] = languageOf(query.locale, analyzers)
  const known = rarities.map(({ rarity }) => rarity)
  return [
    ...relevance({
      query: structured,
      rarities: known,
      step,
      locale,
      titleKey: titleKey(structured.text, analyzer),
      currency,
    }),
    // Named, so that a hit tells which it meets.
    ...structured.concepts.map((concept, at) => constant(conceptHeld(concept, locale, 'all'), 0, `${at}`)),
  ]
}

function hitOf({ _source, matched_queries: met = [] }: Found, query: IndexQuery): Hit[] {
  const card = shownCard(_source.card, query.locale, query.currency)
  const concepts = query.structured?.concepts ?? []
  return card
    ? [{ card, missing: concepts.flatMap(({ text }, at) => (met.includes(`${at}`) ? [] : text)) }]
    : []
}
