import { createHash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { Signer } from './signer.ts'

export const signatureSchema = z.strictObject({
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Ed25519, base64. */
  value: z.base64().length(88),
})

export type Signature = z.output<typeof signatureSchema>

/**
 * Signs JSON: Ed25519 over the SHA-512 of its canonical form (RFC 8785), so that white space and key order don't
 * matter. It signs the hash because key management services sign at most 4 KiB.
 */
export async function signJson(signer: Signer, json: object): Promise<Signature> {
  const value = await signer.sign(digestOf(json))
  return { keyId: signer.keyId, value: Buffer.from(value).toString('base64') }
}

/** Whether the signature is this key's signature of this JSON. */
export function isSignedBy(key: KeyObject, json: unknown, signature: Signature): boolean {
  return verify(null, digestOf(json), key, Buffer.from(signature.value, 'base64'))
}

function digestOf(json: unknown): Buffer {
  // The round trip removes `undefined` fields, which are not stored either.
  const canonical = canonicalize(JSON.parse(JSON.stringify(json))) ?? ''
  return createHash('sha512').update(canonical).digest()
}
