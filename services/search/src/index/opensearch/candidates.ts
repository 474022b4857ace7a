import type { Analyzers } from '../analyzer.ts'
import type { Step } from '../cursor.ts'
import type { IndexQuery } from '../port.ts'
import { priceField } from './counts.ts'
import { type Dsl, meets } from './match.ts'
import type { Rarity } from '../rarity.ts'
import { isGiftOnlyPreferred, isOnlySkus } from '../bounds.ts'
import { hasSku, prefers } from './relevance.ts'
import { languageOf, tagOf } from './stored-document.ts'

/** How much of a query's words a product must meet, and how rare they are. */
export type Plan = { step: Step; rarities: Rarity[] }

/** Returns the conditions of a list before facets and price bounds narrow it. */
export function candidates(query: IndexQuery, { step, rarities }: Plan, analyzers: Analyzers): Dsl[] {
  const { structured } = query
  if (!structured) return scopeOf(query)
  const [locale] = languageOf(query.locale, analyzers)
  const words = meets({ query: structured, rarities, step, locale })
  const met =
    structured.concepts.length > 0 && step !== 'gift'
      ? words
      : [
          ...words,
          ...prefers(
            isGiftOnlyPreferred(structured, step)
              ? { ...structured.preferences, gift: false }
              : structured.preferences,
            locale,
          ),
        ]
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
