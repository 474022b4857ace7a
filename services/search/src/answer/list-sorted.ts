import { isCursorIn } from '../index/cursor.ts'
import type { IndexQuery, IndexResult, IndexSort, ProductIndex } from '../index/port.ts'

/**
 * Returns a list, and its order: that which was asked for, but by relevance where nothing was sold to sort by. Pages after the first
 * stay in its order, whatever was sold meanwhile.
 */
export async function listSorted(
  index: Pick<ProductIndex, 'search'>,
  query: IndexQuery,
): Promise<IndexResult & { sort: IndexSort }> {
  const isByRelevance = query.sort === 'best-selling' && isCursorIn(query.cursor, 'relevance')
  const sort = isByRelevance ? 'relevance' : query.sort
  const result = await index.search({ ...query, sort })
  if (sort !== 'best-selling' || result.hasSales || query.cursor) return { ...result, sort }
  return { ...(await index.search({ ...query, sort: 'relevance' })), sort: 'relevance' }
}
