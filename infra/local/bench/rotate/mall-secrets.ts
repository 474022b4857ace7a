import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { readPartKey, publicPartKey } from '@mallhive/service-kit/part-keys'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'

import { roleOf } from '../../src/mall/databases.ts'
import type { Mall } from '../../src/mall/open-mall.ts'
import { newPartKey } from '../../src/mall/part-keys.ts'
import { type KeyedPart, keyedParts, services } from '../../src/mall/services.ts'

export type MallSecrets = AsyncDisposable & {
  /** How many secrets rotate. */
  count: number
  /** Makes the next value of every secret valid besides the current one. */
  accept(): Promise<void>
  /** Makes the next value the current one. */
  use(): void
  /** Makes the value before invalid. */
  forget(): Promise<void>
}

const shared = ['authSecret', 'webhookSecret', 'beaconKey'] as const
const random = () => randomBytes(24).toString('hex')

/**
 * Opens the rotation of a mall's secrets: those that parts share, the key pair of every part, and the database password of
 * every service. Parts get them when they are restarted. @param folder where new keys are kept
 */
export async function openMallSecrets({ engines }: Mall, folder: string): Promise<MallSecrets> {
  const { secrets, partKeys, databaseUrls } = engines
  const before = { secrets: { ...secrets }, publicSet: partKeys.publicSet }
  const next = { authSecret: random(), webhookSecret: random(), beaconKey: random() }
  const newKeys = Object.fromEntries(keyedParts.map((part) => [part, newPartKey()])) as Record<
    KeyedPart,
    string
  >
  const passwords = services.map((service) => ({
    service,
    login: `${roleOf(service)}_next`,
    password: random(),
  }))
  const admin = new Client({
    connectionString: Object.assign(new URL(engines.postgres.url), { pathname: '/mallhive' }).href,
  })
  await admin.connect()

  const publicKeys = keyedParts.map((part) => publicPartKey(part, readPartKey(newKeys[part])))
  const setOf = (keys: object[]) => JSON.stringify({ keys })

  return {
    count: shared.length + keyedParts.length + services.length,
    async accept() {
      for (const name of shared) secrets[name] = `${before.secrets[name]},${next[name]}`
      partKeys.publicSet = setOf([...JSON.parse(before.publicSet).keys, ...publicKeys])
      for (const { service, login, password } of passwords) {
        const [owner, user] = [roleOf(service), login].map(escapeIdentifier)
        // What it creates belongs to the service's role, whose rights it has.
        await admin.query(`create role ${user} login password ${escapeLiteral(password)} in role ${owner};
          alter role ${user} set role to ${owner}`)
      }
    },
    use() {
      for (const name of shared) secrets[name] = `${next[name]},${before.secrets[name]}`
      for (const part of keyedParts) {
        partKeys.files[part] = join(folder, `${part}.pem`)
        writeFileSync(partKeys.files[part], newKeys[part], { mode: 0o400 })
      }
      for (const { service, login, password } of passwords)
        databaseUrls[service] = Object.assign(new URL(databaseUrls[service]), {
          username: login,
          password,
        }).href
    },
    async forget() {
      for (const name of shared) secrets[name] = next[name]
      partKeys.publicSet = setOf(publicKeys)
      for (const { service } of passwords)
        await admin.query(`alter role ${escapeIdentifier(roleOf(service))} nologin`)
    },
    [Symbol.asyncDispose]: () => admin.end(),
  }
}
