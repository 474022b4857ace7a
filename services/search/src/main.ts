import { readConfig } from '@mallhive/process-kit/config'
import { migrate } from '@mallhive/service-kit/migrate'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { routes } from './routes.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = openDeps(host, config)
  const { db } = deps
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)

  host.routes(routes(deps), callers)
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
}

if (import.meta.main) await runService('search', start)
