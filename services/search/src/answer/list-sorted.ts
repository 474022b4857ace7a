import type { IndexQuery, IndexResult, IndexSort, ProductIndex } from '../index/port.ts'

/** Returns a list, and its order: that which was asked for, but by relevance where nothing was sold to sort by. */
export async function listSorted(
  index: Pick<ProductIndex, 'search'>,
  query: IndexQuery,
): Promise<IndexResult & { sort: IndexSort }> {
  const { sort } = query
  const result = await index.search(query)
  if (sort !== 'best-selling' || result.hasSales) return { ...result, sort }
  return { ...(await index.search({ ...query, sort: 'relevance' })), sort: 'relevance' }
}
