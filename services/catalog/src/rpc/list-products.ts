import type { ServiceImpl } from '@connectrpc/connect'
import { type CatalogService, type ListProductsRequest, ProductSort } from '@mallhive/contracts/catalog'
import { type Locale, localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { toCard } from '../listing/card.ts'
import { emptyValues } from '../listing/empty-values.ts'
import { facetLists } from '../listing/facet-lists.ts'
import type { Facet } from '../listing/facet-names.ts'
import { type Filter, type PriceBounds, summarise, tagsOf, withinPrice } from '../listing/facets.ts'
import { matches, titleRank } from '../listing/matches.ts'
import { readPage, type Sort } from '../listing/page.ts'
import { inCategory, knownCurrency } from '../listing/scope.ts'
import { domainError } from '../reasons.ts'
import { type SearchTerms, searchTerms } from '../listing/search-terms.ts'

export function listProducts({
  db,
  facets: readFacets,
  summaries,
}: Pick<Deps, 'db' | 'facets' | 'summaries'>): ServiceImpl<typeof CatalogService>['listProducts'] {
  return async (request) => {
    const locale = localeOfTag(request.locale)
    const currency = knownCurrency(request.currency)
    const facets = await readFacets(locale)
    const filters = filtersOf(request, facets)
    const bounds = { min: bound(request.minPriceMinor), max: bound(request.maxPriceMinor) }
    const terms = request.query.trim() ? await searchTerms(db, request.query) : undefined
    if (request.query.trim() && !terms)
      return { facets: facetLists(facets, await emptyValues(db, filters, [], locale), filters, locale) }

    const scope = sql.join(
      [
        sql`currency = ${currency}`,
        ...(request.categorySlug ? [await inCategory(db, request.categorySlug)] : []),
        ...(request.sellerSlug
          ? [sql`tags @> ${tagsOf({ name: 'seller', values: [request.sellerSlug] })}`]
          : []),
        ...(terms ? [matches(terms, currency, locale)] : []),
      ],
      sql` and `,
    )
    const chosen = filters.map((filter) => sql`tags && ${tagsOf(filter)}`)
    const where = sql.join([scope, ...chosen, withinPrice(bounds)], sql` and `)
    const size = Math.min(Math.max(request.pageSize || 24, 1), 100)

    if (request.offset < 0 || request.offset > mostBefore)
      throw domainError('TOO_MANY', `at most ${mostBefore} products before a page`)

    const readSummary = () => summarise(db, scope, filters, bounds, locale)
    const [page, summary] = await Promise.all([
      readPage(db, {
        where,
        sort: sortOf(request.sort, terms, locale),
        size,
        cursor: request.cursor,
        offset: request.offset,
        locale,
      }),
      // The whole scope is counted for it. Searches differ too much to be remembered.
      terms ? readSummary() : summaries.of(summaryKey(request, filters, bounds, locale), readSummary),
    ])
    const empty = await emptyValues(db, filters, summary.counts, locale)
    return {
      products: page.listings.map(toCard),
      nextCursor: page.next,
      previousCursor: page.previous,
      facets: facetLists(facets, [...summary.counts, ...empty], filters, locale),
      total: summary.total,
      lowestPriceMinor: BigInt(summary.lowest),
      highestPriceMinor: BigInt(summary.highest),
    }
  }
}

const summaryKey = (
  { currency, categorySlug, sellerSlug }: ListProductsRequest,
  filters: Filter[],
  bounds: PriceBounds,
  locale: Locale,
): string => JSON.stringify([currency, categorySlug, sellerSlug, filters, bounds, locale])

const maxFilterValues = 200
/** Each product before a page costs time; pages further on are read by cursor. */
const mostBefore = 1200

/** @throws DomainError TOO_MANY, because each value costs time in every facet's count */
function filtersOf(request: ListProductsRequest, facets: Facet[]): Filter[] {
  if (request.filters.reduce((sum, { values }) => sum + values.length, 0) > maxFilterValues)
    throw domainError('TOO_MANY', `at most ${maxFilterValues} values of filters in one call`)
  const filters = new Map<string, string[]>()
  for (const { name, values } of request.filters) {
    if (facets.some((facet) => facet.name === name) && values.length > 0)
      filters.set(name, [...(filters.get(name) ?? []), ...values])
  }
  return [...filters].map(([name, values]) => ({ name, values }))
}

// Clamped, because a larger bound would overflow the column.
function bound(minor: bigint | undefined): number | undefined {
  if (minor === undefined) return undefined
  return Number(minor < 0n ? 0n : minor > 1_000_000_000_000n ? 1_000_000_000_000n : minor)
}

function sortOf(sort: ProductSort, terms: SearchTerms | undefined, locale: Locale): Sort {
  switch (sort) {
    case ProductSort.NEWEST:
      return { name: 'newest', key: sql`newest_key`, descending: true }
    case ProductSort.PRICE_ASC:
      return { name: 'price-asc', key: sql`price_minor`, descending: false }
    case ProductSort.PRICE_DESC:
      return { name: 'price-desc', key: sql`price_minor`, descending: true }
    case ProductSort.RATING:
      return { name: 'rating', key: sql`rating_key`, descending: true }
    default:
      return terms
        ? { name: 'relevance', key: relevance(terms, locale), descending: true }
        : { name: 'popularity', key: sql`popularity`, descending: true }
  }
}

// An integer, so that a cursor holds it exactly. A hit in the title outranks all others.
function relevance(terms: SearchTerms, locale: Locale) {
  return sql`((ts_rank('{0.02,0.1,0.4,1}', document, ${terms.anywhere}) * 1000000)::bigint
    + ${titleRank(terms, locale)} * 10000000)`
}
