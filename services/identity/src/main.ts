import { IdentityService } from '@mallhive/contracts/identity'
import { readConfig } from '@mallhive/process-kit/config'
import { openBus, topicOf } from '@mallhive/service-kit/bus'
import { migrate } from '@mallhive/service-kit/migrate'
import { startRelay } from '@mallhive/service-kit/relay'
import { runService, type Start } from '@mallhive/service-kit/service'
import { sql } from 'drizzle-orm'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { jwks } from './jwks.ts'
import { startPruning } from './prune.ts'
import { readSigningKey } from './read-signing-key.ts'
import { routes } from './routes.ts'
import { outbox } from './schema.ts'

export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = openDeps(host, config)
  const { db, log } = deps
  await migrate(db, new URL('../drizzle', import.meta.url), host.name)
  // Before the public keys are asked for, which would make one as well.
  await readSigningKey({ db, config })
  const bus = host.use(openBus(config))

  host.routes(routes(deps), callers)
  host.http(jwks(deps))
  host.readiness('postgres', async () => void (await db.execute(sql`select 1`)))
  host.use(startRelay({ db, outbox, bus, topic: topicOf(IdentityService.typeName), log }))
  host.use(startPruning(deps))
}

if (import.meta.main) await runService('identity', start)
