import type { Concept, StructuredQuery } from '../query/structured-query.ts'
import { taggedFilter } from './own-facets.ts'
import type { Step } from './cursor.ts'
import type { IndexQuery, IndexResult } from './port.ts'
import type { Rarity } from './rarity.ts'

export const nothingFound: IndexResult = {
  hits: [],
  total: 0,
  counts: [],
  lowestMinor: 0,
  highestMinor: 0,
  buckets: [],
  hasSales: false,
  next: '',
  previous: '',
}

/** Fewer products that meet all words are topped up with those that meet most. */
const enough = 24
const mostConcepts = 8
/** Each product before a page costs time; pages further on are read by cursor. */
export const mostBefore = 1200

/**
 * Returns the steps that may find what no step before them does. The first one is left out where it finds too few: a word is too
 * rare.
 */
export function stepsOf(
  {
    concepts,
    preferences,
    isDescriptive,
  }: Pick<StructuredQuery, 'concepts' | 'preferences' | 'isDescriptive'>,
  rarities: Pick<Rarity, 'known' | 'most'>[],
): Step[] {
  const isSeveral = concepts.length > 1
  const isRare = rarities.some(({ known }) => known) && rarities.some(({ most }) => most < enough)
  const isUnsold = isAboutUnsold(concepts)
  const isAnyWord = isDescriptive && isSeveral
  return [
    ...(isAnyWord || (isSeveral && isRare && !isUnsold) ? [] : (['all'] as const)),
    ...(isSeveral && !isUnsold && !isAnyWord ? (['most'] as const) : []),
    // Descriptions do not replace the noun.
    ...(concepts.some(({ isHead }) => isHead) ? [] : (['any'] as const)),
    ...(preferences.gift && concepts.length > 0 ? (['gift'] as const) : []),
  ]
}

const isAboutUnsold = (concepts: readonly Concept[]) => concepts.some(({ isUnsold }) => isUnsold)

/**
 * Whether a query is to be answered by the next step: found so few of its scope, whatever of it is chosen.
 */
export const isTooFew = (
  found: number,
  { concepts }: Pick<StructuredQuery, 'concepts'>,
  step: Step,
): boolean =>
  step === 'all' && concepts.length > 1 && !isAboutUnsold(concepts) ? found < enough : found === 0

/**
 * Returns a query for the whole mall, where this one is for a part of it, by prices or a shop, and descriptions come
 * next: where the mall has products that strong places name, descriptions of others are no answer to it.
 */
export const unlessNamed = (query: IndexQuery, step: Step): IndexQuery | undefined => {
  const { structured, categorySlug, sellerSlug } = query
  if (step !== 'any' || !structured || structured.concepts.length === 0) return undefined
  const isPart = Object.keys(structured.filters).length > 0 || categorySlug || sellerSlug
  return isPart
    ? {
        ...query,
        size: 1,
        categorySlug: undefined,
        sellerSlug: undefined,
        structured: { ...structured, filters: {} },
      }
    : undefined
}

/** Whether a gift is only preferred: nothing else was said but bounds, which no gift is in. */
export const isGiftOnlyPreferred = ({ filters }: StructuredQuery, step: Step): boolean =>
  step === 'any' && Object.keys(filters).length > 0

export const isEmptyText = ({
  concepts,
  phrases,
  excluded,
  skus,
  filters,
  preferences,
}: StructuredQuery): boolean =>
  [concepts, phrases, excluded, skus, Object.values(filters), Object.values(preferences)].every(
    (part) => part.length === 0,
  )

/** Whether a text says nothing but what the list is of: a shop, prices, also those that do not count. */
export const isOnlyFilters = (query: StructuredQuery): boolean =>
  (!isEmptyText(query) || query.notes.length > 0) && isEmptyText({ ...query, filters: {} })

/** A query for a SKU alone finds no product without it. */
export const isOnlySkus = ({ skus, filters, preferences }: StructuredQuery): boolean =>
  skus.length > 0 && Object.values(filters).length === 0 && Object.values(preferences).length === 0

export const bounded = (query: IndexQuery): IndexQuery => ({
  ...query,
  filters: query.filters.map((filter) => taggedFilter(filter, query.currency)),
  size: Math.min(Math.max(query.size, 1), 100),
  structured: query.structured && {
    ...query.structured,
    concepts: query.structured.concepts.slice(0, mostConcepts),
  },
})
