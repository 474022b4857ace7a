import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { policyKey } from '@mallhive/release-kit/keys'
import { openStore } from '@mallhive/release-kit/store'
import { sealPolicy } from '@mallhive/release-kit/trust/policy'
import { keyIdOf, localSigner, publicKeyOf } from '@mallhive/release-kit/trust/signer'

export type ReleaseKeys = {
  /** The public root key: hosts trust the policy that it signed. */
  trustRoot: string
  /** Who may use `pnpm mall trust` here. */
  rootKeyFile: string
  /** What `npm start` and `pnpm mall` sign releases with. */
  signingKeyFile: string
}

/** The keys of this mall, made at its first start: two Ed25519 key pairs in `keys/`. */
export function releaseKeysOf(stateDir: string): ReleaseKeys {
  const folder = join(stateDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rootKeyFile = join(folder, 'root.pem')
  const signingKeyFile = join(folder, 'local.pem')
  return { trustRoot: publicKeyIn(rootKeyFile), rootKeyFile, signingKeyFile }
}

/** Puts a first policy into a bucket that has none: the local key may sign everything. */
export async function establishTrust(awsUrl: string, keys: ReleaseKeys): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  using store = openStore({ bucket: 'mallhive-releases', endpoint: awsUrl, credentials })
  const publicKey = publicKeyIn(keys.signingKeyFile)
  const policy = await sealPolicy(localSigner(readFileSync(keys.rootKeyFile, 'utf8')), {
    revision: 1,
    keys: {
      [keyIdOf(publicKey)]: {
        publicKey,
        owner: 'this machine',
        microFrontends: ['*'],
        may: ['release', 'pointer'],
      },
    },
    routes: { '*': ['/*'] },
  })
  await store.create(policyKey, Buffer.from(policy), {
    contentType: 'application/json',
    cacheControl: 'no-cache',
  })
}

function publicKeyIn(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  return publicKeyOf(createPublicKey(readFileSync(file)))
}
