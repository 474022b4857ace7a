import type { ProductDocument } from './document.ts'

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
