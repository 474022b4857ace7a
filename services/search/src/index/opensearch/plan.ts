import type { Client } from '@opensearch-project/opensearch'
import type { Analyzers } from '../analyzer.ts'
import type { Cursor, Step } from '../cursor.ts'
import type { IndexQuery } from '../port.ts'
import { ask } from './ask.ts'
import { priceField } from './counts.ts'
import { type Dsl, meets } from './match.ts'
import { type Rarity, knownRarity } from '../rarity.ts'
import { enough, isOnlySkus } from '../bounds.ts'
import type { Rarities } from './rarities.ts'
import { hasSku, prefers } from './relevance.ts'
import { languageOf, tagOf } from './stored-document.ts'

export type Context = { client: Client; analyzers: Analyzers; rarities: Rarities }
/** How much of a query's words a product must meet, and how rare they are. */
export type Plan = { step: Step; rarities: Rarity[] }

/** Plans a list by its scope alone, so that choosing a facet's value does not change it. */
export async function planOf(context: Context, index: string, query: IndexQuery): Promise<Plan> {
  const { client, analyzers, rarities } = context
  const concepts = query.structured?.concepts ?? []
  if (concepts.length === 0) return { step: 'all', rarities: [] }
  const [locale] = languageOf(query.locale, analyzers)
  const known = await rarities(index, locale, concepts)
  const plan = (step: Step): Plan => ({ step, rarities: known })
  const atLeast = async (wanted: number, step: Step) => {
    const { hits } = await ask(client, index, {
      size: 0,
      track_total_hits: wanted,
      query: { bool: { filter: candidates(query, plan(step), analyzers) } },
    })
    return (hits.total?.value ?? 0) >= wanted
  }
  if (await atLeast(concepts.length > 1 ? enough : 1, 'all')) return plan('all')
  return (await atLeast(1, 'most')) ? plan('most') : plan('any')
}

/** Returns the plan of the list that a cursor belongs to. */
export const plannedBy = ({ step, rarities }: Cursor): Plan => ({
  step,
  rarities: rarities.map(knownRarity),
})

/** Returns the conditions of a list before facets and price bounds narrow it. */
export function candidates(query: IndexQuery, { step, rarities }: Plan, analyzers: Analyzers): Dsl[] {
  const { structured } = query
  if (!structured) return scopeOf(query)
  const [locale, analyzer] = languageOf(query.locale, analyzers)
  const words = meets({ query: structured, rarities, step, locale, analyzer })
  const met = structured.concepts.length > 0 ? words : [...words, ...prefers(structured.preferences)]
  if (structured.skus.length === 0) return [...scopeOf(query), ...met]
  const others = met.length === 0 && isOnlySkus(structured) ? [] : [{ bool: { filter: met } }]
  const should = [hasSku(structured.skus), ...others]
  return [...scopeOf(query), { bool: { should, minimum_should_match: 1 } }]
}

function scopeOf({ structured, currency, categorySlug, sellerSlug }: IndexQuery): Dsl[] {
  const understood = structured?.filters ?? {}
  const { minPriceMinor: gte, maxPriceMinor: lte } = understood
  const price = priceField(currency)
  const tagged = (name: string, value: string | undefined): Dsl[] =>
    value === undefined ? [] : [{ term: { tags: { value: tagOf({ name, value }) } } }]
  return [
    gte === undefined && lte === undefined
      ? { exists: { field: price } }
      : { range: { [price]: { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) } } },
    ...tagged('category', categorySlug),
    ...tagged('seller', sellerSlug),
    ...tagged('seller', understood.sellerSlug),
  ]
}
