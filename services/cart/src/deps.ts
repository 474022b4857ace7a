import type { Client } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import type { Verifier } from '@mallhive/service-kit/tokens'
import type { Db, Tx as AnyTx } from '@mallhive/service-kit/db'
import type { Redis } from '@mallhive/service-kit/redis'
import type { Config } from './config.ts'
import type * as schema from './schema.ts'

export type Tx = AnyTx<typeof schema>

export type Deps = {
  config: Config
  db: Db<typeof schema>
  redis: Redis
  catalog: Client<typeof CatalogService>
  verify: Verifier
}
