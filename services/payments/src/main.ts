import { readConfig } from '@mallhive/process-kit/config'
import { openBus } from '@mallhive/service-kit/bus'
import { migrate } from '@mallhive/service-kit/db'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { expandPayments } from './expand.ts'
import { routes } from './routes.ts'
import { outbox } from './schema.ts'
import { webhooks } from './webhooks.ts'

export const start: Start = async (host) => {
  const settings = readConfig(configSchema, host.env)
  const deps = openDeps(host, settings)
  await migrate(deps.db, new URL('../drizzle', import.meta.url), 'payments')
  await expandPayments(deps)
  const bus = host.use(openBus(settings))

  host.routes(routes(deps), callers)
  host.http(webhooks(deps))
  host.use(startRelay({ db: deps.db, outbox, bus, topic: 'mallhive-payments-events', log: host.log }))
  host.readiness('postgres', async () => void (await deps.db.execute('select 1')))
}

if (import.meta.main) await runService('payments', start)
