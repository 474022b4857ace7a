import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { createAuth } from './auth.ts'
import type { Config } from './config.ts'
import type * as schema from './schema.ts'

/**
 * Reads the key that signs tokens, and makes one where none is valid. Replicas do so one after the other: with a key of each,
 * services that had fetched the public keys in between would refuse the other's tokens for half a minute.
 */
export function readSigningKey({
  db,
  config,
}: {
  db: Db<typeof schema>
  config: Pick<Config, 'PUBLIC_ORIGIN' | 'AUTH_SECRET'>
}) {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('identity signing key', 0))`)
    return createAuth(tx, config).api.signingKey()
  })
}
