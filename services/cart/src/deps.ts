import type { Client } from '@connectrpc/connect'
import { CatalogService } from '@mallhive/contracts/catalog'
import { type Db, openDb, type Tx as AnyTx } from '@mallhive/service-kit/db'
import { openRedis, type Redis } from '@mallhive/service-kit/redis'
import type { Host } from '@mallhive/service-kit/service'
import { createVerifier, type Verifier } from '@mallhive/service-kit/tokens'
import type { Config } from './config.ts'
import * as schema from './schema.ts'

export type Tx = AnyTx<typeof schema>

export interface Deps {
  config: Config
  db: Db<typeof schema>
  redis: Redis
  catalog: Client<typeof CatalogService>
  verify: Verifier
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  return {
    config,
    db: host.use(openDb(config.DATABASE_URL, { schema })),
    redis: host.use(openRedis(config.REDIS_URL)),
    catalog: host.client(CatalogService),
    verify: createVerifier(config),
    log: host.log,
  }
}
