import { type Db, openDb } from '@mallhive/service-kit/db'
import { openRedis } from '@mallhive/service-kit/redis'
import type { Host } from '@mallhive/service-kit/service'
import { type Admit, openAdmission } from './admit.ts'
import type { Config } from './config.ts'
import { type Intake, openIntake } from './intake.ts'
import * as schema from './schema.ts'

export interface Deps {
  config: Config
  db: Db<typeof schema>
  intake: Intake
  admit: Admit
  log: Host['log']
  /** Milliseconds since 1970; tests have their own. */
  now: () => number
}

export function openDeps(host: Host, config: Config, now: () => number = Date.now): Deps {
  const { log } = host
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  const redis = host.use(openRedis(config.REDIS_URL))
  const intake = host.use(openIntake({ db, log, now }, config))
  return { config, db, intake, admit: openAdmission(redis, now, config), log, now }
}
