import type { ListView } from '@mallhive/bff-catalog/router'
import type { ListAddress } from './list-address.ts'

/** Whether no product has all words of a query: the first one, of the best matches, has not. Only the first page shows it. */
export const noneHasAll = (
  { cursor, sort }: Pick<ListAddress, 'cursor' | 'sort'>,
  { page, products }: { page: number; products: Pick<ListView['products'][number], 'missing'>[] },
): boolean => page === 1 && !cursor && sort === 'relevance' && products[0]?.missing !== undefined
