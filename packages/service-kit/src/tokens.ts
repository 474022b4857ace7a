import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { isPlatformRole, readMemberships } from '@mallhive/contracts/roles'
import type { Actor } from './auth.ts'
import { createPartVerifier, isPartToken } from './part-tokens.ts'
import { domainError } from './reasons.ts'

const issuer = 'mallhive'
const cacheLimit = 5_000

export interface TokenEnv {
  /** URL of the identity service's public key set. */
  JWKS_URL?: string | undefined
  /** The public keys of all parts: a JSON Web Key Set. */
  PART_KEYS?: string | undefined
}

/**
 * Verifies a bearer token and returns its actor. `audience` is the called RPC service; only tokens of parts have one.
 * @throws DomainError INVALID_TOKEN
 */
export type Verifier = (token: string, audience: string) => Promise<Actor>

interface Verified {
  actor: Actor
  untilMs: number
}

/**
 * Returns a verifier. People's tokens are EdDSA or ES256 under the key set at JWKS_URL (RFC 7517, cached by jose);
 * tokens of parts are EdDSA under PART_KEYS and never name a person. A verified token is cached until it expires.
 */
export function createVerifier(env: TokenEnv): Verifier {
  const keySet = env.JWKS_URL ? createRemoteJWKSet(new URL(env.JWKS_URL)) : undefined
  const verifyPart = createPartVerifier(env)
  const verified = new Map<string, Verified & { audience?: string }>()

  const verifyPerson = async (token: string): Promise<Verified> => {
    if (!keySet) throw new Error('no JWKS_URL')
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      audience: issuer,
      requiredClaims: ['sub', 'exp'],
      algorithms: ['EdDSA', 'ES256'],
    })
    return { actor: personActor(payload, token), untilMs: payload.exp! * 1000 }
  }
  const check = async (token: string, audience: string) =>
    isPartToken(token) ? { ...(await verifyPart(token, audience)), audience } : verifyPerson(token)

  return async (token, audience) => {
    const known = verified.get(token)
    if (known && known.untilMs > Date.now() && (known.audience ?? audience) === audience) return known.actor
    const fresh = await check(token, audience).catch((cause) => {
      throw Object.assign(domainError('INVALID_TOKEN', 'the bearer token is not valid'), { cause })
    })
    if (verified.size >= cacheLimit) verified.delete(verified.keys().next().value!)
    verified.set(token, fresh)
    return fresh.actor
  }
}

function personActor(payload: JWTPayload, token: string): Actor {
  const roles: unknown[] = Array.isArray(payload.roles) ? payload.roles : []
  return {
    kind: payload.kind === 'account' ? 'account' : 'guest',
    id: payload.sub!,
    name: stringOf(payload.name),
    email: stringOf(payload.email),
    roles: roles.filter(isPlatformRole),
    memberships: readMemberships(payload.memberships),
    token,
  }
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
