import type { Client } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { CatalogService } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { PaymentsService } from '@mallhive/contracts/payments'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { openRedis } from '@mallhive/service-kit/redis'
import type { Host } from '@mallhive/service-kit/service'
import { createVerifier, type Verifier } from '@mallhive/service-kit/tokens'
import type { Config } from './config.ts'
import { type Advance, fencedAdvance } from './machine/advance.ts'
import { type LookUpLimit, openLookUpLimit } from './order/look-up-limit.ts'
import * as schema from './schema.ts'

export interface Deps {
  db: Db<typeof schema>
  cart: Pick<Client<typeof CartService>, 'removeOrdered'>
  catalog: Client<typeof CatalogService>
  inventory: Pick<Client<typeof InventoryService>, 'reserve' | 'commit' | 'release'>
  payments: Pick<Client<typeof PaymentsService>, 'authorise' | 'capture' | 'void' | 'getPayment'>
  advance: Advance
  timing: { leaseMs: number; callMs: number; expiryMs: number; answerMs: number }
  lookUpLimit: LookUpLimit
  verify: Verifier
  /** Origins that a challenge may return to. */
  returnOrigins: string[]
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  const timing = {
    leaseMs: config.CHECKOUT_LEASE_MS,
    callMs: config.CHECKOUT_CALL_MS,
    expiryMs: config.CHECKOUT_EXPIRY_MS,
    answerMs: config.CHECKOUT_ANSWER_MS,
  }
  return {
    db,
    cart: host.client(CartService),
    catalog: host.client(CatalogService),
    inventory: host.client(InventoryService),
    payments: host.client(PaymentsService),
    advance: fencedAdvance(db, timing.leaseMs),
    timing,
    lookUpLimit: openLookUpLimit(host.use(openRedis(config.REDIS_URL))),
    verify: createVerifier(config),
    returnOrigins: [config.PUBLIC_ORIGIN, config.PREVIEW_ORIGIN].flatMap((url) =>
      url ? new URL(url).origin : [],
    ),
    log: host.log,
  }
}
