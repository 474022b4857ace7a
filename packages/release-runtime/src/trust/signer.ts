import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { ReleaseError } from '../release-error.ts'

/** A signer with Ed25519 (RFC 8032), under a key that the trust policy lists by its id. */
export interface Signer {
  keyId: string
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

/**
 * Returns a signer with a local private key, PKCS #8 as PEM.
 * @throws ReleaseError INVALID when it is not an Ed25519 key
 */
export function localSigner(pem: string): Signer {
  const key = ed25519(() => createPrivateKey(pem), 'the signing key')
  return {
    keyId: keyIdOf(publicKeyOf(createPublicKey(key))),
    sign: async (bytes) => sign(null, bytes, key),
  }
}

/** Returns a public key in the policy's notation: the 32 raw bytes in base64. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = key.export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

/** Returns the id of a public key, a hash of the key: no two keys share one. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)
}

/** Parses a public key of 32 bytes in base64. @throws ReleaseError INVALID */
export function publicKeyFrom(base64: string): KeyObject {
  const x = Buffer.from(base64, 'base64').toString('base64url')
  return ed25519(
    () => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    'a public key',
  )
}

function ed25519(read: () => KeyObject, what: string): KeyObject {
  try {
    const key = read()
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (cause) {
    throw new ReleaseError('INVALID', `${what} can't be read`, { cause })
  }
  throw new ReleaseError('INVALID', `${what} is not an Ed25519 key`)
}
