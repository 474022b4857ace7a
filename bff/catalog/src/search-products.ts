import { type SearchRequestSchema, SearchService } from '@mallhive/contracts/search'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { BffContext } from '@mallhive/mfe-kit/bff'
import { toMatches } from './views/match-view.ts'
import { toUnderstood } from './views/understood-view.ts'

/** A page that waits longer does without search. */
export const searchDeadline = { timeoutMs: 1500 }

/** Returns a list of search as one of the catalogue, with what was understood of the query. */
export async function searchProducts(
  ctx: Pick<BffContext, 'client' | 'lang'>,
  request: MessageInitShape<typeof SearchRequestSchema>,
) {
  const { hits, notes, understood, ...list } = await ctx.client(SearchService).search(request, searchDeadline)
  return {
    ...list,
    products: hits.flatMap(({ product }) => product ?? []),
    matches: toMatches(hits, ctx.lang),
    understood: request.query ? toUnderstood(notes, request.query, understood) : undefined,
  }
}
