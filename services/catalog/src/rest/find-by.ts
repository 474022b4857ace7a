import type { Client } from '@connectrpc/connect'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { CatalogService, ListProductsRequestSchema } from '@mallhive/contracts/catalog'
import type { SearchService } from '@mallhive/contracts/search'
import { DomainError } from '@mallhive/service-kit/errors'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { List } from './views.ts'

type FindRequest = Exclude<MessageInitShape<typeof ListProductsRequestSchema>, { $typeName: string }>

const timeoutMs = 1_000
/** After a failure the search is not asked for so long. */
const restMs = 5_000

/**
 * Returns a search by the search service. While that fails or takes too long, the catalogue's own lists answer; they refuse a cursor
 * of the search as BAD_CURSOR.
 */
export function findBy({
  search,
  catalog,
  log,
}: {
  search: Pick<Client<typeof SearchService>, 'search'>
  catalog: Pick<Client<typeof CatalogService>, 'listProducts'>
  log: Log
}): (request: FindRequest) => Promise<List> {
  let restUntilMs = 0
  return async (request) => {
    if (restUntilMs > Date.now()) return catalog.listProducts(request)
    try {
      const { hits, facets, ...list } = await search.search(request, { timeoutMs })
      return {
        ...list,
        products: hits.flatMap(({ product }) => product ?? []),
        // Here a category is the scope of a list.
        facets: facets.filter(({ name }) => name !== 'category'),
      }
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') throw error
      log.warn({ err: error, restMs }, 'search failed, the catalogue answers')
      restUntilMs = Date.now() + restMs
      return catalog.listProducts(request)
    }
  }
}
