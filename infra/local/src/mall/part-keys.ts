import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { publicPartKey, readPartKey } from '@mallhive/service-kit/part-keys'

import { type KeyedPart, keyedParts } from './services.ts'

export type PartKeys = {
  /** Path of each part's private key, a file that only its owner may read. */
  files: Record<KeyedPart, string>
  /** The public keys of all parts, as PART_KEYS. */
  publicSet: string
}

/** Returns the Ed25519 key pairs of this mall's parts; creates missing ones in `keys/parts/`. */
export function partKeysOf(stateDir: string): PartKeys {
  const folder = join(stateDir, 'keys', 'parts')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const entries = keyedParts.map((name) => [name, keyFile(join(folder, `${name}.pem`))] as const)
  const keys = entries.map(([name, file]) => publicPartKey(name, readPartKey(file)))
  return {
    files: Object.fromEntries(entries) as Record<KeyedPart, string>,
    publicSet: JSON.stringify({ keys }),
  }
}

function keyFile(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(file, newPartKey(), { mode: 0o400 })
  }
  return file
}

/** Returns a new private key, as a PEM. */
export function newPartKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' })
}

/** Returns PART_KEYS of parts by their private keys. */
export function publicKeySet(keys: { part: string; pem: string }[]): object[] {
  return keys.map(({ part, pem }) => publicPartKey(part, readPartKey(pem)))
}
