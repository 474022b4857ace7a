import { CatalogService } from '@mallhive/contracts/catalog'
import { openBus } from '@mallhive/service-kit/bus'
import { readConfig } from '@mallhive/process-kit/config'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openFacets } from './listing/facet-names.ts'
import { startPruning } from './listing/prune-words.ts'
import { startRecounting } from './listing/recount.ts'
import { restApi } from './rest/api.ts'
import { routes } from './routes.ts'
import { remembered } from './product/product-cache.ts'
import * as schema from './schema.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const db = host.use(openDb(config.DATABASE_URL, { schema, plans: 'auto' }))
  await migrate(db, new URL('../drizzle/', import.meta.url), host.name)
  const products = remembered()
  const facets = openFacets(db)
  host.routes(routes({ db, facets, products }), callers)
  host.http(restApi({ catalog: host.client(CatalogService), facets, publicOrigin: config.PUBLIC_ORIGIN }))
  host.readiness('database', async () => void (await db.execute(sql`select 1`)))
  host.use(startPruning({ db, log: host.log }))
  const recounting = host.use(startRecounting({ db, log: host.log }))
  recounting.soon()
  const bus = host.use(openBus(host.env))
  host.use(
    startRelay({
      db,
      outbox: schema.outbox,
      bus,
      topic: 'mallhive-catalog-events',
      log: host.log,
      // ProductChanged is this service's only event.
      onOutboxChange: () => (products.forget(), recounting.soon()),
    }),
  )
}

if (import.meta.main) await runService('catalog', start)
