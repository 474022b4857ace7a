import type { Db } from '@mallhive/service-kit/db'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Config } from './config.ts'
import type { Mailer } from './mail/mailer.ts'
import type * as schema from './schema.ts'

export interface Deps {
  config: Config
  db: Db<typeof schema>
  mailer: Mailer
  log: Log
}
