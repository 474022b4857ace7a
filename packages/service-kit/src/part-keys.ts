import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The public key set (RFC 7517) of a mall's parts; a key's `kid` begins with the part that holds the private key. */
const keySetSchema = z.object({
  keys: z.array(
    z.object({
      kid: z.string().regex(/^[a-z][a-z0-9-]*:[\w-]{43}$/),
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
    }),
  ),
})

export type PublicPartKey = z.output<typeof keySetSchema>['keys'][number]

/**
 * Parses a public key set; returns its keys by `kid`, each with the part that owns it.
 * @throws Error when the text is not a set of Ed25519 keys, or a `kid` does not match its key
 */
export function readPartKeys(json: string): Map<string, { part: string; key: KeyObject }> {
  const { keys } = keySetSchema.parse(JSON.parse(json))
  return new Map(
    keys.map(({ kid, ...jwk }) => {
      const [part = ''] = kid.split(':')
      if (kid !== keyIdOf(part, jwk.x)) throw new Error(`the key id ${kid} does not match its key`)
      return [kid, { part, key: createPublicKey({ key: jwk, format: 'jwk' }) }]
    }),
  )
}

/** Returns the private Ed25519 key of a part from a PEM or the path of a PEM file. @throws Error when it is neither */
export function readPartKey(pemOrFile: string): KeyObject {
  const pem = pemOrFile.startsWith('-----BEGIN') ? pemOrFile : readFileSync(pemOrFile, 'utf8')
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key of a part must be an Ed25519 key')
  return key
}

/** Returns a part's entry in the public key set. */
export function publicPartKey(part: string, key: KeyObject): PublicPartKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return { kid: keyIdOf(part, x), kty: 'OKP', crv: 'Ed25519', x }
}

/** `<part>:<thumbprint>`, the thumbprint by RFC 7638. */
function keyIdOf(part: string, x: string): string {
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  return `${part}:${thumbprint.digest('base64url')}`
}
