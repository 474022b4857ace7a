import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { policyKey } from '@mallhive/release-runtime/keys'
import { openStore } from '@mallhive/release-runtime/store'
import { type Duty, sealPolicy, type TrustedKey } from '@mallhive/release-runtime/trust/policy'
import { keyIdOf, localSigner, publicKeyOf } from '@mallhive/release-runtime/trust/signer'

import type { Credentials } from '../engines/signature.ts'

export type ReleaseKeys = {
  /** The public root key: hosts trust the policy that it signed. */
  trustRoot: string
  /** Who may use `./mall trust` here. */
  rootKeyFile: string
  /** What `npm start` and `./mall` sign releases with. */
  signingKeyFile: string
  /** What the release desk moves pointers with. */
  deskKeyFile: string
}

/** The keys of this mall, made at its first start: Ed25519 key pairs in `keys/`. */
export function releaseKeysOf(stateDir: string): ReleaseKeys {
  const folder = join(stateDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rootKeyFile = join(folder, 'root.pem')
  const signingKeyFile = join(folder, 'local.pem')
  const deskKeyFile = join(folder, 'desk.pem')
  return { trustRoot: publicKeyIn(rootKeyFile), rootKeyFile, signingKeyFile, deskKeyFile }
}

/** Puts a first policy into a bucket that has none: the local key may sign everything, the desk's what is live. */
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
  // Files of states made before were writable.
  chmodSync(file, 0o400)
  return publicKeyOf(createPublicKey(readFileSync(file)))
}
