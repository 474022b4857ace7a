import { PaymentsService } from '@mallhive/contracts/payments'
import { readConfig } from '@mallhive/process-kit/config'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { migrate } from '@mallhive/service-kit/migrate'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { routes } from './routes.ts'
import { outbox } from './schema.ts'
import { webhooks } from './webhooks.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = openDeps(host, config)
  const { db, log } = deps
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  const bus = host.use(openBus(config))

  host.routes(routes(deps), callers)
  host.http(webhooks(deps))
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  host.use(startRelay({ db, outbox, bus, topic: topicOf(PaymentsService.typeName), log }))
}

if (import.meta.main) await runService('payments', start)
