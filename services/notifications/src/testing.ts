import { randomUUID } from 'node:crypto'
import { NotificationsService } from '@mallhive/contracts/notifications'
import { readConfig } from '@mallhive/process-kit/config'
import { logger } from '@mallhive/process-kit/telemetry'
import { openBus } from '@mallhive/service-kit/bus'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { startDelivering } from './deliveries/start-delivering.ts'
import { openMailer } from './mail/mailer.ts'
import { openTestSmtp } from './mail/test-smtp.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'
import { subscriptions } from './subscriptions.ts'

/** Opens the service on a database and a mail server of its own; failed deliveries are due again at once. */
export async function openTestNotifications() {
  await using stack = new AsyncDisposableStack()
  const log = logger('test')
  log.level = 'silent'
  const db = stack.use(await testDb('notifications', new URL('../drizzle', import.meta.url), schema))
  const smtp = stack.use(await openTestSmtp())
  const env = testEnv({ DATABASE_URL: db.url, SMTP_URL: smtp.url, MAIL_FROM: 'a@b.test' })
  const config = readConfig(configSchema, env)
  const deps = { config, db, mailer: stack.use(openMailer(config)), log }
  const bus = stack.use(openBus(env))
  const consumer = stack.use(
    await startConsumer({
      service: `notifications-${randomUUID().slice(0, 8)}`,
      db,
      inbox: schema.inbox,
      bus,
      subscriptions: subscriptions({ db }),
      log,
      retrySeconds: () => 0,
    }),
  )
  const delivering = stack.use(startDelivering(deps, { retrySeconds: () => 0 }))
  const platform = stack.use(testPlatform())
  await platform.start('notifications', async (host) => host.routes(routes(deps), callers), env)
  const kept = stack.move()
  return {
    deps,
    db,
    smtp,
    bus,
    consumer,
    delivering,
    client: platform.client(NotificationsService),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
