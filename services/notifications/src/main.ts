import { NotificationSentSchema } from '@mallhive/contracts/notifications'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { readConfig } from '@mallhive/process-kit/config'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { migrate, openDb } from '@mallhive/service-kit/db'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { startDelivering } from './deliveries/start-delivering.ts'
import { openMailer } from './mail/mailer.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'
import { subscriptions } from './subscriptions.ts'

export const start: Start = async (host) => {
  const { log, name: service } = host
  const { inbox, outbox } = schema
  const config = readConfig(configSchema, host.env)
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  await migrate(db, new URL('../drizzle', import.meta.url), service)
  const mailer = host.use(openMailer(config))
  const bus = host.use(openBus(host.env))
  const deps = { config, db, mailer, log }

  host.routes(routes(deps), callers)
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  host.use(startRelay({ db, outbox, bus, topic: topicOf(NotificationSentSchema.typeName), log }))
  host.use(await startConsumer({ service, db, inbox, bus, subscriptions, log }))
  host.use(startDelivering(deps))
}

if (import.meta.main) await runService('notifications', start)
