import { cookieName, isSecure } from '@mallhive/contracts/cookies'
import type { BetterAuthPlugin } from 'better-auth'
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthEndpoint } from 'better-auth/api'
import { createJwk, jwt, resolveSigningKey } from 'better-auth/plugins/jwt'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Db, Executor } from '@mallhive/service-kit/db'
import { randomUUIDv7 } from 'node:crypto'
import type { Config } from './config.ts'
import * as schema from './schema.ts'

/** Lengths of a password that are accepted. */
export const passwordLength = { min: 8, max: 128 }

const daySeconds = 24 * 60 * 60

const jwks = { rotationInterval: 30 * daySeconds, gracePeriod: daySeconds }

/**
 * Adds `api.signingKey()`, which returns the newest private key and makes one when there is none that is valid, or when that one
 * was encrypted under an AUTH_SECRET that is not valid.
 */
const signingKey = {
  id: 'signing-key',
  endpoints: {
    signingKey: createAuthEndpoint.serverOnly({ method: 'GET' }, async (ctx) => {
      const key = await resolveSigningKey(ctx, { jwks }).catch(async (error: unknown) => {
        if (!(error instanceof Error) || !error.message.startsWith('Failed to decrypt')) throw error
        await createJwk(ctx, { jwks })
        return resolveSigningKey(ctx, { jwks })
      })
      if (!key) throw new Error('better-auth has left signing to a function that is not set')
      return key
    }),
  },
} satisfies BetterAuthPlugin

export type Auth = ReturnType<typeof createAuth>

/**
 * Creates better-auth with the current AUTH_SECRET. It manages users, passwords, sessions and keys, on a pool or within one transaction.
 * @param hash returns the hash of a new password; within a transaction one that was made before it
 */
export function createAuth(
  db: Db<typeof schema> | Executor,
  config: Pick<Config, 'PUBLIC_ORIGIN' | 'AUTH_SECRET'>,
  hash: (password: string) => Promise<string> = hashPassword,
) {
  return betterAuth({
    baseURL: config.PUBLIC_ORIGIN,
    secret: config.AUTH_SECRET[0],
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        roles: { type: 'string', defaultValue: '', input: false },
        isAnonymous: { type: 'boolean', defaultValue: false, input: false },
      },
    },
    session: { expiresIn: 60 * daySeconds, disableSessionRefresh: true },
    plugins: [jwt({ jwks, disableSettingJwtHeader: true }), signingKey],
    advanced: {
      // The library would prefix `__Secure-`; our prefix also binds the cookie to the host.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(config.PUBLIC_ORIGIN) },
      cookies: { session_token: { name: cookieName('mall_session', config.PUBLIC_ORIGIN) } },
      database: { generateId: () => randomUUIDv7() },
      disableCSRFCheck: true,
    },
    // Only the RPCs call the library, and they count attempts themselves.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
