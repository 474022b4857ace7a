import { readConfig } from '@mallhive/process-kit/config'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { openRedis } from '@mallhive/service-kit/redis'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { openAdmission } from './admit.ts'
import { callers } from './callers.ts'
import { beacon } from './beacon.ts'
import { configSchema } from './config.ts'
import { openIntake } from './intake.ts'
import { startPruning } from './prune.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'

export const start: Start = async (host) => {
  const settings = readConfig(configSchema, host.env)
  const db = host.use(openDb(settings.DATABASE_URL, { schema }))
  await migrate(db, new URL('../drizzle', import.meta.url), 'release-health')
  const own = { db, log: host.log, now: Date.now }
  const redis = host.use(openRedis(settings.REDIS_URL))
  const deps = {
    ...own,
    intake: host.use(openIntake(own, settings)),
    admit: openAdmission(redis, Date.now, settings),
    trustedHops: settings.TRUSTED_HOPS,
  }

  host.routes(routes(deps), callers)
  host.http(beacon(deps))
  host.use(startPruning(deps, settings))
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
}

if (import.meta.main) await runService('release-health', start)
