import { NotificationsService } from '@mallhive/contracts/notifications'
import { readConfig } from '@mallhive/process-kit/config'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { migrate } from '@mallhive/service-kit/migrate'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { startDelivering } from './deliveries/start-delivering.ts'
import { openDeps } from './deps.ts'
import { routes } from './routes.ts'
import { inbox, outbox } from './schema.ts'
import { subscriptions } from './subscriptions.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = openDeps(host, config)
  const { db, log } = deps
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  const bus = host.use(openBus(config))

  host.routes(routes(deps), callers)
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  host.use(startRelay({ db, outbox, bus, topic: topicOf(NotificationsService.typeName), log }))
  const consumed = { service: host.name, subscriptions: subscriptions(deps) }
  host.use(await startConsumer({ ...consumed, db, inbox, bus, log }))
  host.use(startDelivering(deps))
}

if (import.meta.main) await runService('notifications', start)
