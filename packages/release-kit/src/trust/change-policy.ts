import { policyKey } from '@mallhive/release-runtime/keys'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReleaseStore } from '@mallhive/release-runtime/store'
import { parsePolicy, sealPolicy } from '@mallhive/release-runtime/trust/policy'
import type { TrustPolicy } from '@mallhive/release-runtime/trust/policy'
import type { Signer } from '@mallhive/release-runtime/trust/signer'

/**
 * Changes the trust policy in one conditional write; hosts follow within one poll. Without a policy, it creates the
 * first one.
 * @throws ReleaseError LOST_RACE, INVALID; UNTRUSTED when another root key signed the current policy
 */
export async function changePolicy(
  store: ReleaseStore,
  root: { publicKey: string; signer: Signer },
  change: (now: Omit<TrustPolicy, 'revision'>) => Omit<TrustPolicy, 'revision'>,
): Promise<TrustPolicy> {
  const there = await store.read(policyKey)
  const now = there
    ? parsePolicy(Buffer.from(there.bytes).toString(), root.publicKey)
    : { revision: 0, keys: {}, routes: {} }
  const { keys, routes } = change(now)
  const policy: TrustPolicy = { revision: now.revision + 1, keys, routes }
  const text = await sealPolicy(root.signer, policy)
  // Validated here, so that hosts never get an invalid policy.
  parsePolicy(text, root.publicKey)
  const written = await store.replace(policyKey, Buffer.from(text), headers, there?.etag)
  if (!written)
    throw new ReleaseError('LOST_RACE', 'another process changed the trust policy: look and try again')
  return policy
}

const headers = { contentType: 'application/json', cacheControl: 'no-cache' }
