import { type SearchRequestSchema, SearchService } from '@mallhive/contracts/search'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { BffContext } from '@mallhive/mfe-kit/bff'
import { toUnderstood } from './views/understood-view.ts'

/** A page that waits longer says that search is not available. */
const deadlineMs = 1500

/** Returns the products of a query as a list of the catalogue, with what was understood of the query. */
export async function searchProducts(
  ctx: Pick<BffContext, 'client'>,
  request: MessageInitShape<typeof SearchRequestSchema> & { query: string },
) {
  const { hits, notes, understood, ...list } = await ctx
    .client(SearchService)
    .search(request, { timeoutMs: deadlineMs })
  return {
    ...list,
    products: hits.flatMap(({ product }) => product ?? []),
    missing: new Map(
      hits.filter(({ missing }) => missing.length > 0).map(({ product, missing }) => [product?.id, missing]),
    ),
    understood: toUnderstood(notes, request.query, understood),
  }
}
