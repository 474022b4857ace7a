import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'
import * as schema from './schema.ts'

export interface Deps {
  db: Db<typeof schema>
}

export function openDeps(host: Host, config: Config): Deps {
  return { db: host.use(openDb(config.DATABASE_URL, { schema })) }
}
