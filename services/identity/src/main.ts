import { UserRegisteredSchema } from '@mallhive/contracts/identity'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { readConfig } from '@mallhive/process-kit/config'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { openRedis } from '@mallhive/service-kit/redis'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { openAttempts } from './attempts.ts'
import { callers } from './callers.ts'
import { createAuth } from './auth.ts'
import { configSchema } from './config.ts'
import { jwks } from './jwks.ts'
import { startPruning } from './prune.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'

export const start: Start = async (host) => {
  const { log } = host
  const config = readConfig(configSchema, host.env)
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  const redis = host.use(openRedis(config.REDIS_URL))
  const bus = host.use(openBus(host.env))
  const deps = { config, db, log, auth: createAuth(db, config), attempts: openAttempts(redis, log) }

  host.routes(routes(deps), callers)
  host.http(jwks(deps))
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  host.use(startPruning({ db, log }))
  host.use(startRelay({ db, outbox: schema.outbox, bus, topic: topicOf(UserRegisteredSchema.typeName), log }))
}

if (import.meta.main) await runService('identity', start)
