import { ReleaseError } from '../release-error.ts'
import { storeFromEnv } from '../store.ts'
import type { ReleaseStore, StoreOptions } from '../store.ts'
import { signerFromEnv } from './signer-from-env.ts'
import type { Signer } from './signer.ts'
import { openTrust } from './trust.ts'
import type { Trust } from './trust.ts'

/** The bucket of releases, with the trust policy to verify its objects. */
export interface TrustedStore {
  store: ReleaseStore
  trust: Trust
}

/** A trusted store with a signer, which may change objects. */
export interface SigningStore extends TrustedStore {
  signer: Signer
}

/**
 * Opens the store of the environment (see `storeFromEnv`) with TRUST_ROOT, the mall's public root key. The caller loads
 * the policy with `trust.refresh()`.
 * @throws ReleaseError INVALID
 */
export function trustedStoreFromEnv(
  env: Record<string, string | undefined>,
  options: Partial<StoreOptions> = {},
): TrustedStore & Disposable {
  if (!env.TRUST_ROOT) throw new ReleaseError('INVALID', 'set TRUST_ROOT to the mall’s public root key')
  const store = storeFromEnv(env, options)
  return { store, trust: openTrust(store, env.TRUST_ROOT), [Symbol.dispose]: () => store[Symbol.dispose]() }
}

/**
 * Opens the store of the environment with the key of MALL_SIGNING_KEY, and loads the policy.
 * @throws ReleaseError INVALID, UNTRUSTED, UNREACHABLE
 */
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
