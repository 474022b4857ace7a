import { createRemoteJWKSet, decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { isPlatformRole, type Membership, readMemberships } from '@mallhive/contracts/roles'
import type { Actor } from './auth.ts'
import { DomainError } from './errors.ts'

const issuer = 'mallhive'
const serviceTokenSeconds = 300
const cacheLimit = 5_000

export interface TokenEnv {
  /** Where the identity service publishes its public keys. */
  JWKS_URL?: string | undefined
  /** HMAC secret of service-to-service tokens. */
  SERVICE_KEY?: string | undefined
}

/** Verifies a bearer token; throws UNAUTHENTICATED when it is not good. */
export type Verifier = (token: string) => Promise<Actor>

/**
 * People's tokens are EdDSA or ES256 under the key set at JWKS_URL (RFC 7517, cached by jose); services' tokens are
 * HS256 under SERVICE_KEY and can never name a person. A verified token is remembered until it expires.
 */
export function createVerifier(env: TokenEnv): Verifier {
  const keySet = env.JWKS_URL ? createRemoteJWKSet(new URL(env.JWKS_URL)) : undefined
  const secret = secretOf(env)
  const verified = new Map<string, { actor: Actor; untilMs: number }>()

  const check = async (token: string): Promise<{ actor: Actor; untilMs: number }> => {
    const claims = { issuer, audience: issuer, requiredClaims: ['sub', 'exp'] }
    if (decodeProtectedHeader(token).alg === 'HS256') {
      if (!secret) throw new Error('no SERVICE_KEY')
      const { payload } = await jwtVerify(token, secret, { ...claims, algorithms: ['HS256'] })
      return { actor: serviceActor(payload, token), untilMs: payload.exp! * 1000 }
    }
    if (!keySet) throw new Error('no JWKS_URL')
    const { payload } = await jwtVerify(token, keySet, { ...claims, algorithms: ['EdDSA', 'ES256'] })
    return { actor: personActor(payload, token), untilMs: payload.exp! * 1000 }
  }

  return async (token) => {
    const known = verified.get(token)
    if (known && known.untilMs > Date.now()) return known.actor
    const fresh = await check(token).catch((cause) => {
      throw Object.assign(
        new DomainError('unauthenticated', 'INVALID_TOKEN', 'the bearer token is not valid'),
        { cause },
      )
    })
    if (verified.size >= cacheLimit) verified.delete(verified.keys().next().value!)
    verified.set(token, fresh)
    return fresh.actor
  }
}

/** Signs tokens for one service, each used for most of its five minutes. */
export function createServiceSigner(service: string, env: TokenEnv): () => Promise<string> {
  const secret = secretOf(env)
  let current: { token: Promise<string>; untilMs: number } | undefined
  return () => {
    if (!secret) return Promise.reject(new Error('SERVICE_KEY is not set: this service cannot call others'))
    if (!current || current.untilMs < Date.now()) {
      const token = new SignJWT({ kind: 'service' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(service)
        .setIssuer(issuer)
        .setAudience(issuer)
        .setIssuedAt()
        .setExpirationTime(`${serviceTokenSeconds}s`)
        .sign(secret)
      current = { token, untilMs: Date.now() + (serviceTokenSeconds - 60) * 1000 }
    }
    return current.token
  }
}

function secretOf(env: TokenEnv): Uint8Array | undefined {
  return env.SERVICE_KEY ? new TextEncoder().encode(env.SERVICE_KEY) : undefined
}

function serviceActor(payload: JWTPayload, token: string): Actor {
  return {
    kind: 'service',
    id: payload.sub!,
    name: payload.sub!,
    email: '',
    roles: [],
    memberships: [],
    token,
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
    memberships: membershipsOf(payload, roles),
    token,
  }
}

/** Tokens of before memberships name one shop and the role `seller`: whoever had it could do everything there. */
function membershipsOf({ memberships, sellerId }: JWTPayload, roles: unknown[]): Membership[] {
  if (memberships !== undefined) return readMemberships(memberships)
  return roles.includes('seller') ? readMemberships([{ shopId: sellerId, role: 'owner' }]) : []
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
