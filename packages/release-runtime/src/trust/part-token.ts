import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { readKeyFile } from './signer-from-env.ts'

/** Returns the private key of a part (PART_KEY) from a PEM or the path of a PEM file. @throws ReleaseError INVALID */
export function readPartKey(pemOrFile: string): KeyObject {
  return createPrivateKey(pemOrFile.startsWith('-----BEGIN') ? pemOrFile : readKeyFile(pemOrFile))
}

/**
 * Returns a token with which a part calls an RPC service as itself: EdDSA (RFC 8037), in the format of service-kit's
 * `part-tokens`, which programs without that kit cannot import. Valid for a minute.
 */
export function partToken(part: string, service: string, key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  const header = { alg: 'EdDSA', typ: 'part+jwt', kid: `${part}:${thumbprint.digest('base64url')}` }
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: part, sub: part, aud: service, iat: now, exp: now + 60 }
  const text = [header, claims]
    .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))
    .join('.')
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}
