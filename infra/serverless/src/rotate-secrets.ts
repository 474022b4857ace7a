import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

import { databaseLogin } from './rotation/database-login.ts'
import { redisLogin } from './rotation/redis-login.ts'
import { openRedisUsers } from './rotation/redis-users.ts'
import { rotateSecret } from './rotation/rotate-secret.ts'
import { readSecret } from './secrets/read-secret.ts'
import { openSecretsManager } from './secrets/secrets-manager.ts'

const { DATABASE_ADMINISTRATOR, REDIS_USER_PREFIX } = readConfig(
  z.object({ DATABASE_ADMINISTRATOR: z.string(), REDIS_USER_PREFIX: z.string() }),
  process.env,
)

/**
 * Replaces passwords of the database and of Redis, as Secrets Manager asks for. The database is first: it refuses while a part still
 * has the login of before, so that Redis keeps its password, too.
 */
export const handler = (event: unknown) =>
  rotateSecret(openSecretsManager(process.env), {
    DATABASE_URL: databaseLogin(() => readSecret(DATABASE_ADMINISTRATOR, process.env)),
    REDIS_URL: redisLogin(openRedisUsers(process.env), REDIS_USER_PREFIX),
  })(event)
