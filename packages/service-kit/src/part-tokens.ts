import type { KeyObject } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import type { Actor } from './auth.ts'
import { publicPartKey, readPartKey, readPartKeys } from './part-keys.ts'

/** The `typ` header of parts' tokens; it keeps them apart from people's tokens (RFC 8725, 3.11). */
const tokenType = 'part+jwt'
const lifetimeSeconds = 300

/** Returns a signed token for one RPC service; `audience` is its protobuf type name. */
export type PartSigner = (audience: string) => Promise<string>

/**
 * Returns a signer for a part with its private key, PART_KEY. A token has one audience, is valid for five minutes and
 * is reused for the first four. The signer rejects when PART_KEY is not set.
 */
export function createPartSigner(part: string, { PART_KEY }: { PART_KEY?: string | undefined }): PartSigner {
  const tokens = new Map<string, { token: Promise<string>; untilMs: number }>()
  let key: KeyObject | undefined
  return async (audience) => {
    const known = tokens.get(audience)
    if (known && known.untilMs > Date.now()) return known.token
    if (!PART_KEY) throw new Error(`PART_KEY is not set: ${part} cannot call other parts as itself`)
    key ??= readPartKey(PART_KEY)
    const token = new SignJWT()
      .setProtectedHeader({ alg: 'EdDSA', typ: tokenType, kid: publicPartKey(part, key).kid })
      .setIssuer(part)
      .setSubject(part)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(key)
    tokens.set(audience, { token, untilMs: Date.now() + (lifetimeSeconds - 60) * 1000 })
    return token
  }
}

/** Whether a token claims to be a part's. Does not verify it. */
export const isPartToken = (token: string): boolean => decodeProtectedHeader(token).typ === tokenType

/**
 * Returns a verifier of parts' tokens against the public key set PART_KEYS: EdDSA only, for one audience, at most five
 * minutes old, with the key's owner as subject.
 */
export function createPartVerifier({ PART_KEYS }: { PART_KEYS?: string | undefined }) {
  const keys = PART_KEYS ? readPartKeys(PART_KEYS) : new Map<string, never>()
  return async (token: string, audience: string): Promise<{ actor: Actor; untilMs: number }> => {
    const known = keys.get(decodeProtectedHeader(token).kid ?? '')
    if (!known) throw new Error('the key of the token is not in PART_KEYS')
    const { payload } = await jwtVerify(token, known.key, {
      algorithms: ['EdDSA'],
      typ: tokenType,
      issuer: known.part,
      subject: known.part,
      audience,
      maxTokenAge: lifetimeSeconds,
      requiredClaims: ['exp', 'iat'],
    })
    const untilSeconds = Math.min(payload.exp ?? 0, (payload.iat ?? 0) + lifetimeSeconds)
    const name = known.part
    return {
      actor: { kind: 'part', id: name, name, email: '', roles: [], memberships: [], token },
      untilMs: untilSeconds * 1000,
    }
  }
}
