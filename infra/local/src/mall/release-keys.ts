import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { policyKey } from '@mallhive/release-runtime/keys'
import { openStore } from '@mallhive/release-runtime/store'
import { type Duty, sealPolicy, type TrustedKey } from '@mallhive/release-runtime/trust/policy'
import { keyIdOf, localSigner, publicKeyOf } from '@mallhive/release-runtime/trust/signer'

import type { Credentials } from '../engines/signature.ts'

export type ReleaseKeys = {
  /** The public root key, by which hosts verify the trust policy. */
  trustRoot: string
  /** Path of the private root key, which `./mall trust` needs. */
  rootKeyFile: string
  /** Path of the key with which `npm start` and `./mall` sign releases. */
  signingKeyFile: string
  /** Path of the key with which the release desk signs pointers. */
  deskKeyFile: string
}

/** Returns the Ed25519 release keys of this mall; creates them in `keys/` at its first start. */
export function releaseKeysOf(stateDir: string): ReleaseKeys {
  const folder = join(stateDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rootKeyFile = join(folder, 'root.pem')
  const signingKeyFile = join(folder, 'local.pem')
  const deskKeyFile = join(folder, 'desk.pem')
  return { trustRoot: publicKeyIn(rootKeyFile), rootKeyFile, signingKeyFile, deskKeyFile }
}

/** Writes the first trust policy into a bucket without one: the local key may sign everything, the desk's key pointers. */
export async function establishTrust(
  awsUrl: string,
  credentials: Credentials,
  keys: ReleaseKeys,
): Promise<void> {
  using store = openStore({ bucket: 'mallhive-releases', endpoint: awsUrl, credentials })
  const policy = await sealPolicy(localSigner(readFileSync(keys.rootKeyFile, 'utf8')), {
    revision: 1,
    keys: Object.fromEntries([
      trusted(keys.signingKeyFile, 'this machine', ['release', 'pointer']),
      trusted(keys.deskKeyFile, 'release desk', ['pointer']),
    ]),
    routes: { '*': ['/*'] },
  })
  await store.create(policyKey, Buffer.from(policy), {
    contentType: 'application/json',
    cacheControl: 'no-cache',
  })
}

function trusted(file: string, owner: string, may: Duty[]): [string, TrustedKey] {
  const publicKey = publicKeyIn(file)
  return [keyIdOf(publicKey), { publicKey, owner, microFrontends: ['*'], may }]
}

function publicKeyIn(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o400 })
  }
  // Key files of older states were writable.
  chmodSync(file, 0o400)
  return publicKeyOf(createPublicKey(readFileSync(file)))
}
