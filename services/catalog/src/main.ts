import { CatalogService } from '@mallhive/contracts/catalog'
import { openBus } from '@mallhive/service-kit/bus'
import { readConfig } from '@mallhive/service-kit/config'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { startRelay } from '@mallhive/service-kit/outbox'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { configSchema } from './config.ts'
import { startPruning } from './listing/prune-words.ts'
import { restApi } from './rest/api.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  await migrate(db, new URL('../drizzle/', import.meta.url), host.name)
  host.routes(routes({ db }))
  host.http(restApi({ catalog: host.client(CatalogService), publicOrigin: config.PUBLIC_ORIGIN }))
  host.readiness('database', async () => void (await db.execute(sql`select 1`)))
  host.use(startPruning({ db, log: host.log }))
  const bus = host.use(openBus(host.env))
  host.use(startRelay({ db, outbox: schema.outbox, bus, topic: 'mallhive-catalog-events', log: host.log }))
}

if (import.meta.main) await runService('catalog', start)
