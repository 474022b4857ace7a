import type { Client } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { z } from 'zod'
import { sortNamed } from '../answer/scope.ts'
import type { ReadCatalogue } from '../catalogue/catalogue.ts'
import { domainError } from '../reasons.ts'
import { boundRequests } from './bound-requests.ts'
import { base, openApiDocument } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { isFixed, searchQuery, suggestQuery } from './schemas.ts'
import { foundView, suggestionsView } from './views.ts'

/** Requests in progress on one instance. RPCs of pages share the database's connections with this API. */
const atOnce = 8
/** Of one client address: the others have as many left. */
const ofOne = 4

type RestDeps = {
  search: Client<typeof SearchService>
  catalogue: ReadCatalogue
  publicOrigin: string
  trustedHops: number
}

/** The public REST API of the search: read only, over the service's own RPCs. */
export function restApi({ search, catalogue, publicOrigin, trustedHops }: RestDeps): FastifyPluginAsync {
  const find = async (query: SearchQuery) => foundView(await search.search(requestOf(query)), publicOrigin)
  const suggest = async ({ q, ...rest }: z.infer<typeof suggestQuery>) =>
    suggestionsView(await search.suggest({ ...rest, query: q }), publicOrigin)

  const api = async (server: FastifyInstance) => {
    server.setErrorHandler(sendProblem)
    boundRequests(server, { atOnce, ofOne, trustedHops })
    server.setNotFoundHandler(({ url }) => {
      throw domainError('NOT_FOUND', `nothing is at ${url}`)
    })
    server.get('/openapi.json', async () => {
      const { attributes } = await catalogue()
      const facets = attributes.flatMap(({ name, isFacet }) => (isFacet ? name : []))
      return openApiDocument(publicOrigin, facets)
    })
    server.get('/search', (request) => find(searchQuery.parse(request.query)))
    server.get('/suggest', (request) => suggest(suggestQuery.parse(request.query)))
  }
  return async (server) => {
    await server.register(api, { prefix: base })
  }
}

type SearchQuery = z.infer<typeof searchQuery>

const requestOf = (query: SearchQuery) => ({
  query: query.q,
  verbatim: query.verbatim === '1',
  categorySlug: query.category,
  sellerSlug: query.seller,
  currency: query.currency,
  locale: query.locale,
  minPriceMinor: query.min === undefined ? undefined : BigInt(query.min),
  maxPriceMinor: query.max === undefined ? undefined : BigInt(query.max),
  sort: sortNamed(query.sort),
  pageSize: query.limit,
  cursor: query.cursor,
  filters: Object.entries(query)
    .filter(([name]) => !isFixed(name))
    .map(([name, value]) => ({ name, values: String(value).split(',') })),
})
