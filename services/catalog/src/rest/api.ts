import type { Client } from '@connectrpc/connect'
import type { Log } from '@mallhive/process-kit/telemetry'
import { type CatalogService, ProductSort } from '@mallhive/contracts/catalog'
import type { SearchService } from '@mallhive/contracts/search'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { z } from 'zod'
import type { Facets } from '../listing/facet-names.ts'
import { boundRequests } from './bound-requests.ts'
import { base, openApiDocument } from './openapi.ts'
import { findBy } from './find-by.ts'
import { sendProblem } from './problem.ts'
import { isFixed, listQuery, searchQuery, slugParams } from './schemas.ts'
import { categoriesView, listView, productView } from './views.ts'
import { domainError } from '../reasons.ts'

/** Requests in progress on one instance. RPCs of pages share the database's connections with this API. */
const atOnce = 8
/** Of one client address: the others have as many left. */
const ofOne = 4

type RestDeps = {
  catalog: Client<typeof CatalogService>
  search: Client<typeof SearchService>
  facets: Facets
  publicOrigin: string
  trustedHops: number
  log: Log
}

/** The public REST API of the catalogue: read only, over the service's own RPCs. */
export function restApi({
  catalog,
  search,
  facets,
  publicOrigin,
  trustedHops,
  log,
}: RestDeps): FastifyPluginAsync {
  const list = async (query: ListQuery) =>
    listView(await catalog.listProducts(requestOf(query)), publicOrigin)
  const findList = findBy({ search, catalog, log })
  const find = async (query: ListQuery) => listView(await findList(requestOf(query)), publicOrigin)

  const api = async (server: FastifyInstance) => {
    server.setErrorHandler(sendProblem)
    boundRequests(server, { atOnce, ofOne, trustedHops })
    server.setNotFoundHandler(({ url }) => {
      throw domainError('NOT_FOUND', `nothing is at ${url}`)
    })
    server.get('/openapi.json', async () =>
      openApiDocument(
        publicOrigin,
        (await facets()).map(({ name }) => name),
      ),
    )
    server.get('/products', (request) => list(listQuery.parse(request.query)))
    server.get('/search', (request) => find(searchQuery.parse(request.query)))
    server.get('/categories', async () => categoriesView(await catalog.listCategories({})))
    server.get('/products/:slug', async (request, reply) => {
      const { slug } = slugParams.parse(request.params)
      const { product } = await catalog.getProduct({ slug })
      if (product!.slug !== slug) return reply.redirect(`${base}/products/${product!.slug}`, 301)
      return productView(product!, publicOrigin)
    })
  }
  return async (server) => {
    await server.register(api, { prefix: base })
  }
}

type ListQuery = z.infer<typeof listQuery> & { q?: string | undefined }

const sorts = {
  relevance: ProductSort.RELEVANCE,
  newest: ProductSort.NEWEST,
  'price-asc': ProductSort.PRICE_ASC,
  'price-desc': ProductSort.PRICE_DESC,
  rating: ProductSort.RATING,
}

function requestOf(query: ListQuery) {
  return {
    categorySlug: query.category,
    sellerSlug: query.seller,
    query: query.q,
    currency: query.currency,
    minPriceMinor: query.min === undefined ? undefined : BigInt(query.min),
    maxPriceMinor: query.max === undefined ? undefined : BigInt(query.max),
    sort: sorts[query.sort],
    pageSize: query.limit,
    cursor: query.cursor,
    filters: Object.entries(query)
      .filter(([name]) => !isFixed(name))
      .map(([name, value]) => ({ name, values: String(value).split(',') })),
  }
}
