import { type Db, openDb } from '@mallhive/service-kit/db'
import { openRedis } from '@mallhive/service-kit/redis'
import type { Host } from '@mallhive/service-kit/service'
import { type Attempts, openAttempts } from './attempts.ts'
import { type Auth, createAuth } from './auth.ts'
import type { Config } from './config.ts'
import { openPasswordTurns, type PasswordTurns } from './password-turns.ts'
import { readSigningKey } from './read-signing-key.ts'
import * as schema from './schema.ts'
import { openTokens, type Tokens } from './tokens.ts'

export interface Deps {
  config: Config
  db: Db<typeof schema>
  attempts: Attempts
  passwordTurns: PasswordTurns
  auth: Auth
  /** `auth`, then those that accept sessions signed with another valid AUTH_SECRET. */
  auths: Auth[]
  tokens: Tokens
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  const { log } = host
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  const auth = createAuth(db, config)
  const [, ...accepted] = config.AUTH_SECRET
  const others = accepted.map((value) => createAuth(db, { ...config, AUTH_SECRET: [value] }))
  const redis = host.use(openRedis(config.REDIS_URL))
  return {
    config,
    db,
    attempts: openAttempts(redis, log, config),
    passwordTurns: openPasswordTurns(),
    auth,
    auths: [auth, ...others],
    tokens: openTokens(() => readSigningKey({ db, config })),
    log,
  }
}
