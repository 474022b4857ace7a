import { CatalogService } from '@mallhive/contracts/catalog'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { readConfig } from '@mallhive/process-kit/config'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { openRedis } from '@mallhive/service-kit/redis'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { createVerifier } from '@mallhive/service-kit/tokens'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import type { Deps } from './deps.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'
import { startSweeper } from './inventory/sweep.ts'
import { subscriptions } from './subscriptions.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  const redis = host.use(openRedis(config.REDIS_URL))
  const bus = host.use(openBus(host.env))
  const deps: Deps = {
    config,
    db,
    redis,
    catalog: host.client(CatalogService),
    verify: createVerifier(host.env),
  }
  const { log } = host

  host.routes(routes(deps), callers)
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  host.readiness('redis', async () => void (await redis.ping()))
  host.use(startRelay({ db, outbox: schema.outbox, bus, topic: topicOf(StockChangedSchema.typeName), log }))
  host.use(
    await startConsumer({
      service: host.name,
      db,
      inbox: schema.inbox,
      bus,
      subscriptions: subscriptions(deps),
      log,
    }),
  )
  host.use(startSweeper(deps, { everyMs: config.SWEEP_EVERY_MS, log }))
}

if (import.meta.main) await runService('cart', start)
