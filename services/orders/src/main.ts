import { readConfig } from '@mallhive/process-kit/config'
import { openBus } from '@mallhive/service-kit/bus'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { migrate } from '@mallhive/service-kit/db'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { expandOrders } from './expand.ts'
import { startClaimingDue } from './machine/claim-due.ts'
import { startSweeping } from './machine/sweep.ts'
import { routes } from './routes.ts'
import { inbox, outbox } from './schema.ts'
import { subscriptions } from './subscriptions.ts'

export const start: Start = async (host) => {
  const settings = readConfig(configSchema, host.env)
  const deps = openDeps(host, settings)
  const { db, log } = deps
  await migrate(db, new URL('../drizzle', import.meta.url), 'orders')
  await expandOrders(deps)
  const bus = host.use(openBus(settings))

  host.routes(routes(deps), callers)
  host.use(startRelay({ db, outbox, bus, topic: 'mallhive-orders-events', log }))
  const subscribed = subscriptions(deps)
  host.use(await startConsumer({ service: 'orders', db, inbox, bus, subscriptions: subscribed, log }))
  host.use(startClaimingDue(deps))
  host.use(startSweeping(deps))
  host.readiness('postgres', async () => void (await db.execute('select 1')))
}

if (import.meta.main) await runService('orders', start)
