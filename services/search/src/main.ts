import { SearchService } from '@mallhive/contracts/search'
import { readConfig } from '@mallhive/process-kit/config'
import { openBus } from '@mallhive/service-kit/bus'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { openDb } from '@mallhive/service-kit/db'
import { migrate } from '@mallhive/service-kit/migrate'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { startPruning } from './log/prune.ts'
import { startPreparing } from './start-preparing.ts'
import { keepFilled } from './rebuild/keep-filled.ts'
import { restApi } from './rest/api.ts'
import { routes } from './routes.ts'
import { startForgetting } from './sales/forget-past.ts'
import { inbox } from './schema.ts'
import { subscriptions } from './subscriptions.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = await openDeps(host, config)
  const { catalogue, log } = deps
  // Without a limit: a migration may wait for that of another instance.
  const db = host.use(openDb(config.DATABASE_URL, { schema: {}, poolSize: 1 }))
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  const bus = host.use(openBus(config))

  host.routes(routes(deps), callers)
  const { PUBLIC_ORIGIN: publicOrigin, TRUSTED_HOPS: trustedHops } = config
  host.http(restApi({ search: host.client(SearchService), catalogue, publicOrigin, trustedHops }))
  host.readiness('postgres', async () => void (await deps.db.execute(sql`select 1`)))
  host.use(
    await startConsumer({
      service: host.name,
      subscriptions: subscriptions(deps),
      db: deps.db,
      inbox,
      bus,
      log,
    }),
  )
  host.use(keepFilled(deps))
  host.use(startPreparing(deps))
  host.use(startPruning(deps))
  host.use(startForgetting(deps))
}

if (import.meta.main) await runService('search', start)
