import { cookieName, isSecure } from '@mallhive/contracts/cookies'
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { anonymous, jwt } from 'better-auth/plugins'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Db, Executor } from '@mallhive/service-kit/db'
import { randomUUIDv7 } from 'node:crypto'
import type { Config } from './config.ts'
import * as schema from './schema.ts'

export const tokenSeconds = 300

/** Lengths of a password that are accepted. */
export const passwordLength = { min: 8, max: 128 }

const daySeconds = 24 * 60 * 60

export type Auth = ReturnType<typeof createAuth>

/**
 * Creates better-auth, which manages users, passwords, sessions and keys, on a pool or within one transaction.
 * @param hash returns the hash of a new password; within a transaction one that was made before it
 */
export function createAuth(
  db: Db<typeof schema> | Executor,
  config: Pick<Config, 'PUBLIC_ORIGIN' | 'AUTH_SECRET'>,
  hash: (password: string) => Promise<string> = hashPassword,
) {
  return betterAuth({
    baseURL: config.PUBLIC_ORIGIN,
    secret: config.AUTH_SECRET,
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
      },
    },
    session: { expiresIn: 60 * daySeconds, disableSessionRefresh: true },
    plugins: [
      // A guest's id stays valid after signing in, so that the guest's cart can be merged.
      anonymous({ emailDomainName: 'guest.mallhive.invalid', disableDeleteAnonymousUser: true }),
      jwt({
        jwks: { rotationInterval: 30 * daySeconds, gracePeriod: daySeconds },
        jwt: { issuer: 'mallhive', audience: 'mallhive', expirationTime: `${tokenSeconds}s` },
        disableSettingJwtHeader: true,
      }),
    ],
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
