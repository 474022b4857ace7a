import { randomUUID } from 'node:crypto'
import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { CatalogService, type Product } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { type OrderLineSchema, OrderPaidSchema } from '@mallhive/contracts/orders'
import { SearchService } from '@mallhive/contracts/search'
import { readConfig } from '@mallhive/process-kit/config'
import { accepts } from '@mallhive/service-kit/callers'
import { asPart, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { type Deps, openDeps } from './deps.ts'
import { orderPaid } from './on/order-paid.ts'
import { productChanged } from './on/product-changed.ts'
import { stockChanged } from './on/stock-changed.ts'
import { restApi } from './rest/api.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'
import { type FakeCatalogue, fakeCatalogue } from './test-catalogue.ts'
import { fakeInventory } from './test-inventory.ts'

export { keepFilled } from './rebuild/keep-filled.ts'
export { fakeCatalogue, testProduct } from './test-catalogue.ts'

/**
 * Opens the service on a database of its own, beside a catalogue and an inventory in memory. It reads no queue: the topic of the
 * catalogue belongs to all tests. `reach` leads the service to its database another way, `env` to another engine.
 */
export async function openTestSearch(
  catalogue: FakeCatalogue = fakeCatalogue(),
  {
    reach = (url) => Promise.resolve(url),
    env = {},
  }: { reach?: (databaseUrl: string) => Promise<string>; env?: Record<string, string> } = {},
) {
  await using stack = new AsyncDisposableStack()
  const db = stack.use(await testDb('search', new URL('../drizzle', import.meta.url), schema))
  const platform = stack.use(testPlatform())
  await platform.start(
    'catalog',
    async (host) =>
      host.routes(
        (router) => void router.service(CatalogService, catalogue.rpcs),
        [accepts(CatalogService, ['anyone'])],
      ),
    testEnv(),
  )
  const inventory = fakeInventory()
  await platform.start(
    'cart',
    async (host) =>
      host.routes(
        (router) => void router.service(InventoryService, inventory.rpcs),
        [accepts(InventoryService, ['anyone'])],
      ),
    testEnv(),
  )
  const opened = Promise.withResolvers<Deps>()
  await platform.start(
    'search',
    async (host) => {
      const config = readConfig(configSchema, host.env)
      const deps = await openDeps(host, config)
      host.routes(routes(deps), callers)
      const { PUBLIC_ORIGIN: publicOrigin, TRUSTED_HOPS: trustedHops } = config
      const search = host.client(SearchService)
      host.http(restApi({ search, catalogue: deps.catalogue, publicOrigin, trustedHops }))
      opened.resolve(deps)
    },
    testEnv({ DATABASE_URL: await reach(db.url), ...env }),
  )
  const deps = await opened.promise
  const client = platform.client(SearchService)
  const asTools = await asPart('release-tools', SearchService)
  const changed = productChanged(deps)
  const restocked = stockChanged(deps)
  const paid = orderPaid(deps)
  const kept = stack.move()
  return {
    db,
    deps,
    client,
    asTools,
    catalogue,
    inventory,
    listen: () => platform.listen({ port: 0 }),
    /** Handles the events of these products. */
    async change(...products: Product[]) {
      for (const product of products) {
        // oxlint-disable-next-line no-await-in-loop -- in order
        await changed({ $typeName: 'mallhive.catalog.v1.ProductChanged', product })
      }
      await deps.index.settled()
    },
    /** Handles these events of the inventory. */
    async restock(...events: ReturnType<typeof inventory.set>[]) {
      for (const event of events) {
        // oxlint-disable-next-line no-await-in-loop -- in order
        await restocked(event)
      }
      await deps.index.settled()
    },
    /** Handles the event of an order of units of products, which is paid at once. */
    async order(
      units: Record<string, number | MessageInitShape<typeof OrderLineSchema>>,
      { id = randomUUID(), placedAt = new Date() } = {},
    ) {
      const lines = Object.entries(units).map(([productId, line]) =>
        typeof line === 'number' ? { productId, quantity: line } : { productId, ...line },
      )
      const order = { placedAt: timestampFromDate(placedAt), subOrders: [{ lines }] }
      await paid(create(OrderPaidSchema, { order }), { envelope: { id } })
      await deps.index.settled()
    },
    /** Rebuilds the index and waits for the end. */
    async rebuild() {
      const { rebuild: begun } = await client.startRebuild({}, asTools)
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- asked again and again
        const { rebuild } = await client.getRebuild({}, asTools)
        if (rebuild?.id === begun?.id && rebuild?.finishedAt) return rebuild
      }
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

export type TestSearch = Awaited<ReturnType<typeof openTestSearch>>
