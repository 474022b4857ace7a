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
  tokens: Tokens
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  const { log } = host
  const db = host.use(openDb(config.DATABASE_URL, { schema }))
  const auth = createAuth(db, config)
  const redis = host.use(openRedis(config.REDIS_URL))
  return {
    config,
    db,
    attempts: openAttempts(redis, log, config),
    passwordTurns: openPasswordTurns(),
    auth,
    tokens: openTokens(() => readSigningKey({ db, config })),
    log,
  }
}
