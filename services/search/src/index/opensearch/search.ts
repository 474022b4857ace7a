import { defaultLocale } from '@mallhive/contracts/locales'
import type { Client } from '@opensearch-project/opensearch'
import type { Analyzers } from '../analyzer.ts'
import { bounded, isEmptyText, isTooFew, nothingFound, stepsOf, unlessNamed } from '../bounds.ts'
import { type StoredCard, shownCard } from '../card.ts'
import { type Cursor, type Step, decodeCursor, encodeCursor } from '../cursor.ts'
import type { Hit, IndexQuery, IndexResult } from '../port.ts'
import { type Answer, ask } from './ask.ts'
import { type Counts, countsOf, narrowed, priceField, readCounts } from './counts.ts'
import { type Dsl, conceptHeld } from './match.ts'
import { type Plan, candidates } from './candidates.ts'
import type { Rarities } from './rarities.ts'
import { constant, relevance } from './relevance.ts'
import { knownRarity } from '../rarity.ts'
import { titleKey } from '../texts.ts'
import { languageOf, type StoredTexts } from './stored-document.ts'

type Found = {
  _source: { card: StoredCard; document?: StoredTexts }
  sort: [number, string]
  matched_queries?: string[]
}

type Context = { client: Client; analyzers: Analyzers; rarities: Rarities }

/** Answers a query from one generation. */
export async function searchIn(context: Context, index: string, asked: IndexQuery): Promise<IndexResult> {
  const query = bounded(asked)
  const { structured } = query
  const concepts = structured?.concepts ?? []
  const cursor = query.cursor ? decodeCursor(query.cursor, query.sort, concepts) : undefined
  if (structured && isEmptyText(structured)) return nothingFound
  const [locale] = languageOf(query.locale, context.analyzers)
  const rarities = cursor?.rarities?.map(knownRarity) ?? (await context.rarities.of(index, locale, concepts))
  for (const step of cursor
    ? [cursor.step]
    : structured
      ? stepsOf(structured, rarities)
      : (['all'] as const)) {
    const plan = { step, rarities }
    const answer = await ask<Found, Counts>(
      context.client,
      index,
      page(query, plan, cursor, context.analyzers),
    )
    const found = answer.aggregations.scope.doc_count
    if (!cursor && structured && isTooFew(found, structured, step)) continue
    const elsewhere = cursor ? undefined : unlessNamed(query, step)
    if (elsewhere) {
      const whole = page(elsewhere, { step: 'most', rarities }, undefined, context.analyzers)
      const named = await ask<Found, Counts>(context.client, index, whole)
      if (named.aggregations.scope.doc_count > 0) return nothingFound
    }
    return result(answer, query, plan, cursor)
  }
  return nothingFound
}

function page(query: IndexQuery, plan: Plan, cursor: Cursor | undefined, analyzers: Analyzers): object {
  return {
    size: query.size + 1,
    _source: sourceOf(query),
    // Else the engine leaves out segments that lie before the cursor, of which nothing would be counted.
    track_total_hits: cursor !== undefined,
    query: { bool: { filter: candidates(query, plan, analyzers), should: scored(query, plan, analyzers) } },
    post_filter: { bool: { filter: narrowed(query) } },
    aggs: countsOf(query),
    sort: sortOf(query, cursor?.way === 'before'),
    ...(cursor ? { search_after: [cursor.key, cursor.id] } : { from: query.offset ?? 0 }),
  }
}

function result(
  { hits: { hits }, aggregations }: Answer<Found, Counts>,
  query: IndexQuery,
  { step, rarities }: Plan,
  cursor: Cursor | undefined,
): IndexResult {
  const backwards = cursor?.way === 'before'
  const more = hits.length > query.size
  const shown = hits.slice(0, query.size)
  if (backwards) shown.reverse()
  const known = rarities.map(({ rarity }) => rarity)
  const place = (hit: Found | undefined, way: Cursor['way']) =>
    hit
      ? encodeCursor(
          { sort: query.sort, way, key: hit.sort[0], id: hit.sort[1], step, rarities: known },
          query.structured?.concepts,
        )
      : ''
  return {
    hits: shown.flatMap((hit) => hitOf(hit, query, step)),
    ...readCounts(aggregations, query),
    next: backwards || more ? place(shown.at(-1), 'after') : '',
    previous: (backwards ? more : cursor || query.offset) ? place(shown[0], 'before') : '',
  }
}

function sortOf({ sort, structured, currency }: IndexQuery, backwards: boolean): object[] {
  const [field, descending] = {
    relevance: [structured ? '_score' : 'popularity', true],
    newest: ['newest', true],
    rating: ['rating', true],
    'price-asc': [priceField(currency), false],
    'price-desc': [priceField(currency), true],
    'best-selling': ['bestSelling', true],
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
    ...(step === 'all' ? [] : structured.concepts).map((concept, at) =>
      constant(conceptHeld(concept, locale, 'all'), 0, `${at}`),
    ),
  ]
}

function hitOf({ _source, matched_queries: met = [] }: Found, query: IndexQuery, step: Step): Hit[] {
  const card = shownCard(_source.card, query.locale, query.currency)
  const concepts = step === 'all' ? [] : (query.structured?.concepts ?? [])
  const { texts, factNames = [] } = _source.document ?? {}
  const told = texts?.[query.locale] ?? texts?.[defaultLocale]
  return card
    ? [
        {
          card,
          missing: concepts.flatMap(({ text }, at) => (met.includes(`${at}`) ? [] : text)),
          texts: told && { ...told, factNames },
        },
      ]
    : []
}

const sourceOf = ({ structured, locale }: IndexQuery): string[] =>
  structured
    ? ['card', 'document.factNames', ...[locale, defaultLocale].map((each) => `document.texts.${each}`)]
    : ['card']
