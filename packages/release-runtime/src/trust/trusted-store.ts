import { ReleaseError } from '../release-error.ts'
import { storeFromEnv } from '../store.ts'
import type { ReleaseStore, StoreOptions } from '../store.ts'
import { signerFromEnv } from './signer-from-env.ts'
import type { Signer } from './signer.ts'
import { openTrust } from './trust.ts'
import type { Trust } from './trust.ts'

/** The bucket of releases, and whose signatures count in it. */
export interface TrustedStore {
  store: ReleaseStore
  trust: Trust
}

/** The same for one who may change what is in it. */
export interface SigningStore extends TrustedStore {
  signer: Signer
}

/**
 * The store that the environment names (see `storeFromEnv`), with TRUST_ROOT, the mall's public root key. The policy is read
 * by whoever uses it. @throws ReleaseError INVALID
 */
export function trustedStoreFromEnv(
  env: Record<string, string | undefined>,
  options: Partial<StoreOptions> = {},
): TrustedStore & Disposable {
  if (!env.TRUST_ROOT) throw new ReleaseError('INVALID', 'set TRUST_ROOT to the mall’s public root key')
  const store = storeFromEnv(env, options)
  return { store, trust: openTrust(store, env.TRUST_ROOT), [Symbol.dispose]: () => store[Symbol.dispose]() }
}

/** The same, with the key that MALL_SIGNING_KEY names and the policy of now. @throws ReleaseError INVALID, UNTRUSTED, UNREACHABLE */
export async function signingStoreFromEnv(
  env: Record<string, string | undefined>,
): Promise<SigningStore & Disposable> {
  const signer = await signerFromEnv(env)
  const trusted = trustedStoreFromEnv(env)
  try {
    await trusted.trust.refresh()
  } catch (error) {
    trusted[Symbol.dispose]()
    throw error
  }
  return { ...trusted, signer }
}
