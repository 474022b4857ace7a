import { jsonOf, nameSchema, parseDescriptor, versionSchema } from './descriptor.ts'
import type { Descriptor } from './descriptor.ts'
import { descriptorKey, signatureKey } from './keys.ts'
import { ReleaseError } from './release-error.ts'
import { signatureSchema } from './trust/signature.ts'
import type { TrustedStore } from './trust/trusted-store.ts'

export interface SignedRelease {
  release: Descriptor
  /** The key that signed it. */
  keyId: string
}

/**
 * Reads a published release. Its descriptor is parsed only after the signature is verified.
 * @throws ReleaseError NOT_PUBLISHED; UNTRUSTED (unsigned, by a key that may not sign it, or with a foreign route);
 * INVALID, UNREACHABLE
 */
export async function readRelease(
  { store, trust }: TrustedStore,
  name: string,
  version: string,
): Promise<SignedRelease> {
  const valid = nameSchema.safeParse(name).success && versionSchema.safeParse(version).success
  const [sealed, signed] = valid
    ? await Promise.all([store.read(descriptorKey(name, version)), store.read(signatureKey(name, version))])
    : []
  if (!sealed) throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} is not published`)
  if (!signed) throw new ReleaseError('UNTRUSTED', `${name} ${version} is not signed`)
  const json = Buffer.from(sealed.bytes).toString()
  const signature = signatureOf(signed.bytes, `release.sig of ${name} ${version}`)
  trust.verify('release', name, jsonOf(json, `release.json of ${name} ${version}`), signature)
  const release = parseDescriptor(json, name, version)
  trust.verifyRoutes(release)
  return { release, keyId: signature.keyId }
}

function signatureOf(bytes: Uint8Array, what: string) {
  const parsed = signatureSchema.safeParse(jsonOf(Buffer.from(bytes).toString(), what))
  if (parsed.success) return parsed.data
  throw new ReleaseError('UNTRUSTED', `${what} is not a signature`)
}
