import { CatalogService } from '@mallhive/contracts/catalog'
import { SearchService } from '@mallhive/contracts/search'
import { readConfig } from '@mallhive/process-kit/config'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { migrate } from '@mallhive/service-kit/migrate'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { startPruning } from './listing/prune-words.ts'
import { startRecounting } from './listing/recount.ts'
import { restApi } from './rest/api.ts'
import { routes } from './routes.ts'
import { outbox } from './schema.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = openDeps(host, config)
  const { db, facets, products, summaries, log } = deps
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  const bus = host.use(openBus(config))

  host.routes(routes(deps), callers)
  const { PUBLIC_ORIGIN: publicOrigin, TRUSTED_HOPS: trustedHops } = config
  const [catalog, search] = [host.client(CatalogService), host.client(SearchService)]
  host.http(restApi({ catalog, search, facets, publicOrigin, trustedHops, log }))
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  const recounting = host.use(startRecounting(deps))
  recounting.soon()
  // ProductChanged is this service's only event.
  const onOutboxChange = () => (products.forget(), summaries.forget(), recounting.soon())
  host.use(startRelay({ db, outbox, bus, topic: topicOf(CatalogService.typeName), log, onOutboxChange }))
  host.use(startPruning(deps))
}

if (import.meta.main) await runService('catalog', start)
