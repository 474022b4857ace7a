import { CatalogService } from '@mallhive/contracts/catalog'
import { openBus } from '@mallhive/service-kit/bus'
import { readConfig } from '@mallhive/process-kit/config'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { startPruning } from './listing/prune-words.ts'
import { restApi } from './rest/api.ts'
import { routes } from './routes.ts'
import { remembered } from './product/product-cache.ts'
import * as schema from './schema.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const db = host.use(openDb(config.DATABASE_URL, { schema, plans: 'auto' }))
  await migrate(db, new URL('../drizzle/', import.meta.url), host.name)
  const products = remembered()
  host.routes(routes({ db, products }), callers)
  host.http(restApi({ catalog: host.client(CatalogService), publicOrigin: config.PUBLIC_ORIGIN }))
  host.readiness('database', async () => void (await db.execute(sql`select 1`)))
  host.use(startPruning({ db, log: host.log }))
  const bus = host.use(openBus(host.env))
  host.use(
    startRelay({
      db,
      outbox: schema.outbox,
      bus,
      topic: 'mallhive-catalog-events',
      log: host.log,
      // All that this service announces is a product that has changed.
      heard: products.forget,
    }),
  )
}

if (import.meta.main) await runService('catalog', start)
