import { ProductSort } from '@mallhive/contracts/catalog'

export const sortNames = ['relevance', 'newest', 'price-asc', 'price-desc', 'rating', 'best-selling'] as const
export type SortName = (typeof sortNames)[number]

export const sorts: Record<SortName, ProductSort> = {
  relevance: ProductSort.RELEVANCE,
  newest: ProductSort.NEWEST,
  'price-asc': ProductSort.PRICE_ASC,
  'price-desc': ProductSort.PRICE_DESC,
  rating: ProductSort.RATING,
  'best-selling': ProductSort.BEST_SELLING,
}

/** The order of a list that knows no sales. */
export const withoutSales = (sort: ProductSort): ProductSort =>
  sort === ProductSort.BEST_SELLING ? ProductSort.RELEVANCE : sort

export const sortName = (sort: ProductSort): SortName =>
  sortNames.find((name) => sorts[name] === sort) ?? 'relevance'
