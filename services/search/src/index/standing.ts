import type { ProductDocument } from './document.ts'

const mostSold = 2 ** 20

/**
 * Returns by what the most sold come first, the newest of equals before: one number, so that a cursor holds it exactly. Seconds
 * since 1970 are below 2^32 until 2106.
 */
export const bestSellingOf = ({ sold, createdAtMs }: Pick<ProductDocument, 'sold' | 'createdAtMs'>): number =>
  Math.min(sold, mostSold) * 2 ** 32 + Math.floor(createdAtMs / 1000)

/** Returns by what lists are sorted, and the factor of relevance. */
export function standingOf({ createdAtMs, ratingAverage, ratingCount }: ProductDocument, titleWords: number) {
  const popularity = Math.round(ratingAverage * ratingCount)
  return {
    newest: createdAtMs,
    // Few ratings count less: as if ten more had given 3.8.
    rating: Math.round(((ratingAverage * ratingCount + 38) / (ratingCount + 10)) * 1000),
    popularity,
    boost: (1 + 0.02 * Math.log1p(popularity)) / (1 + 0.01 * titleWords),
  }
}
