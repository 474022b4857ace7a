import type { Db } from '@mallhive/service-kit/db'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import type { Config } from './config.ts'
import type * as schema from './schema.ts'

export interface Deps {
  config: Config
  db: Db<typeof schema>
  attempts: Attempts
  auth: Auth
  log: Log
}
