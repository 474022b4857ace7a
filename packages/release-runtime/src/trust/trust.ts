import type { Descriptor } from '../descriptor.ts'
import { policyKey } from '../keys.ts'
import { ReleaseError } from '../release-error.ts'
import type { ReleaseStore } from '../store.ts'
import { mayOwnRoute, parsePolicy } from './policy.ts'
import type { Duty, TrustPolicy } from './policy.ts'
import { isSignedBy } from './signature.ts'
import type { Signature } from './signature.ts'
import { publicKeyFrom } from './signer.ts'

/** The trust policy in force. Trusts no key before the first `refresh`. */
export interface Trust {
  /**
   * Reads the policy again. When it is unreadable, not signed by the root key or older than the current one, the
   * current one stays.
   * @throws ReleaseError with the cause
   */
  refresh: () => Promise<void>
  /**
   * Verifies a signature.
   * @throws ReleaseError UNTRUSTED unless the signature is valid for this JSON and by a key with that duty
   */
  verify: (duty: Duty, name: string, json: unknown, signature: Signature) => void
  /** Whether the current policy gives this key that duty. */
  trusts: (duty: Duty, name: string, keyId: string) => boolean
  /**
   * Verifies a release's routes.
   * @throws ReleaseError UNTRUSTED when it declares a route, or redirects one, that its team may not own
   */
  verifyRoutes: (release: Pick<Descriptor, 'name' | 'routes' | 'redirects'>) => void
  policy: () => TrustPolicy | undefined
}

/** Reads `trust.json` of a bucket and verifies it with the root key: 32 bytes, base64. */
export function openTrust(store: ReleaseStore, root: string): Trust {
  let policy: TrustPolicy | undefined
  let etag: string | undefined
  publicKeyFrom(root)

  async function refresh(): Promise<void> {
    const object = await store.readIfChanged(policyKey, etag)
    if (object === 'same') return
    if (!object) {
      if (policy) return
      throw new ReleaseError('UNTRUSTED', 'the bucket has no trust.json: no key may sign releases')
    }
    const next = parsePolicy(Buffer.from(object.bytes).toString(), root)
    if (policy && next.revision < policy.revision)
      throw new ReleaseError(
        'UNTRUSTED',
        `trust.json went back from revision ${policy.revision} to ${next.revision}`,
      )
    policy = next
    etag = object.etag
  }

  function keyFor(duty: Duty, name: string, keyId: string) {
    const key = policy && Object.hasOwn(policy.keys, keyId) ? policy.keys[keyId] : undefined
    const forIt = key?.microFrontends.some((it) => it === name || it === '*')
    return key && forIt && key.may.includes(duty) ? key : undefined
  }

  return {
    refresh,
    verify(duty, name, json, signature) {
      const key = keyFor(duty, name, signature.keyId)
      if (!key)
        throw new ReleaseError('UNTRUSTED', `the key ${signature.keyId} may not sign a ${duty} of ${name}`)
      if (!isSignedBy(publicKeyFrom(key.publicKey), json, signature))
        throw new ReleaseError(
          'UNTRUSTED',
          `a ${duty} of ${name} does not have a valid signature of ${key.owner}`,
        )
    },
    trusts: (duty, name, keyId) => keyFor(duty, name, keyId) !== undefined,
    verifyRoutes({ name, routes, redirects }) {
      const foreign = Object.keys({ ...routes, ...redirects }).find(
        (route) => !policy || !mayOwnRoute(policy, name, route),
      )
      if (foreign) throw new ReleaseError('UNTRUSTED', `${name} may not own the route ${foreign}`)
    },
    policy: () => policy,
  }
}
