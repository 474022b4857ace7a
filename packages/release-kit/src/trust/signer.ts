import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ReleaseError } from '../release-error.ts'

/** Something that signs with Ed25519 (RFC 8032) under a key that a trust policy knows by its id. */
export interface Signer {
  keyId: string
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** Signs with a private key at hand: PKCS #8 as PEM. @throws ReleaseError INVALID when it is no Ed25519 key */
export function localSigner(pem: string): Signer {
  const key = ed25519(() => createPrivateKey(pem), 'the signing key')
  return {
    keyId: keyIdOf(publicKeyOf(createPublicKey(key))),
    sign: async (bytes) => sign(null, bytes, key),
  }
}

/**
 * The signer that a variable names: a key file, or a key in AWS KMS as `kms:<id, ARN or alias>`.
 * @throws ReleaseError INVALID, UNREACHABLE
 */
export async function signerFromEnv(
  env: Record<string, string | undefined>,
  variable = 'MALL_SIGNING_KEY',
): Promise<Signer> {
  const named = env[variable]
  if (!named) throw new ReleaseError('INVALID', `set ${variable} to a key file or kms:<key>`)
  if (!named.startsWith('kms:')) return localSigner(readKeyFile(named))
  // The SDK of KMS is large, and most machines have a key file.
  const { kmsSigner } = await import('./kms-signer.ts')
  return kmsSigner({ key: named.slice(4), region: env.AWS_REGION, endpoint: env.KMS_ENDPOINT_URL })
}

/** A public key as policies write it: the 32 raw bytes, in base64. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = key.export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

/** A key's id is drawn from the key itself, so that no two keys share one. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)
}

/** @throws ReleaseError INVALID */
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

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ReleaseError('INVALID', `the signing key ${file} can't be read`, { cause })
  }
}
