import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Db } from '@mallhive/service-kit/db'
import { eq, sql } from 'drizzle-orm'
import { createAuth } from './auth.ts'
import type { Config } from './config.ts'
import * as schema from './schema.ts'

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
    await encryptAgain(tx, config.AUTH_SECRET)
    return createAuth(tx, config).api.signingKey()
  })
}

/** Encrypts private keys under the current secret that are under another valid one, so that they outlive it. */
async function encryptAgain(
  tx: Pick<Db<typeof schema>, 'select' | 'update'>,
  [current, ...accepted]: Config['AUTH_SECRET'],
): Promise<void> {
  if (accepted.length === 0) return
  for (const { id, privateKey } of await tx.select().from(schema.jwks)) {
    const data: string = JSON.parse(privateKey)
    const under = (key: string) => symmetricDecrypt({ key, data })
    // oxlint-disable-next-line no-await-in-loop -- a few keys, once a rotation
    const key = await under(current).then(
      () => undefined,
      () => Promise.any(accepted.map(under)).catch(() => undefined),
    )
    if (key === undefined) continue
    // oxlint-disable-next-line no-await-in-loop
    const encrypted = JSON.stringify(await symmetricEncrypt({ key: current, data: key }))
    // oxlint-disable-next-line no-await-in-loop
    await tx.update(schema.jwks).set({ privateKey: encrypted }).where(eq(schema.jwks.id, id))
  }
}
