import type { SearchRequest } from '@mallhive/contracts/search'
import { type Currency, defaultCurrency, isCurrency } from '@mallhive/contracts/currencies'
import { ProductSort } from '@mallhive/contracts/catalog'
import { type Catalogue, categoriesIn } from '../catalogue/catalogue.ts'
import { defaultLocale } from '@mallhive/contracts/locales'
import { mostBefore } from '../index/bounds.ts'
import type { IndexSort } from '../index/port.ts'
import { domainError } from '../reasons.ts'
import { type Filter, isFacet } from './facet-lists.ts'

const maxFilterValues = 200

/**
 * Returns the filters of a request by facet; names that are no facets are ignored.
 * @throws DomainError TOO_MANY, because each value costs time in every facet's count
 */
export function filtersOf({ filters }: Pick<SearchRequest, 'filters'>, catalogue: Catalogue): Filter[] {
  if (filters.reduce((sum, { values }) => sum + values.length, 0) > maxFilterValues)
    throw domainError('TOO_MANY', `at most ${maxFilterValues} values of filters in one call`)
  const known = filters.filter(({ name, values }) => values.length > 0 && isFacet(catalogue, name))
  return [...Map.groupBy(known, ({ name }) => name)].map(([name, same]) => ({
    name,
    values: [...new Set(same.flatMap(({ values }) => values))],
  }))
}

/** @throws DomainError CATEGORY_NOT_FOUND */
export function knownCategory(slug: string, catalogue: Catalogue): string | undefined {
  if (slug === '') return undefined
  if (categoriesIn(catalogue, defaultLocale).has(slug)) return slug
  throw domainError('CATEGORY_NOT_FOUND', `no category "${slug}"`, { slug })
}

/** Returns the currency of a request, or the default one when it names none. @throws DomainError CURRENCY_UNKNOWN */
export function knownCurrency(currency: string): Currency {
  if (currency === '') return defaultCurrency
  if (isCurrency(currency)) return currency
  throw domainError('CURRENCY_UNKNOWN', `the mall has no prices in "${currency}"`, { currency })
}

/** @throws DomainError TOO_MANY */
export function knownOffset(offset: number): number {
  if (offset >= 0 && offset <= mostBefore) return offset
  throw domainError('TOO_MANY', `at most ${mostBefore} products before a page`)
}

const mostMinor = 1_000_000_000_000n

/** Clamped, because a larger bound would overflow the column. */
export const boundOf = (minor: bigint | undefined): number | undefined =>
  minor === undefined ? undefined : Number(minor < 0n ? 0n : minor > mostMinor ? mostMinor : minor)

const sorts: Record<IndexSort, ProductSort> = {
  relevance: ProductSort.RELEVANCE,
  newest: ProductSort.NEWEST,
  'price-asc': ProductSort.PRICE_ASC,
  'price-desc': ProductSort.PRICE_DESC,
  rating: ProductSort.RATING,
  'best-selling': ProductSort.BEST_SELLING,
}

const named = new Map(Object.entries(sorts).map(([name, sort]) => [sort, name as IndexSort]))

export const sortOf = (sort: ProductSort): IndexSort => named.get(sort) ?? 'relevance'
export const sortNamed = (sort: IndexSort): ProductSort => sorts[sort]
