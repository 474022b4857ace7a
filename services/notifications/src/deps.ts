import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'
import { type Mailer, openMailer } from './mail/mailer.ts'
import * as schema from './schema.ts'

export interface Deps {
  config: Config
  db: Db<typeof schema>
  mailer: Mailer
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  return {
    config,
    db: host.use(openDb(config.DATABASE_URL, { schema })),
    mailer: host.use(openMailer(config)),
    log: host.log,
  }
}
