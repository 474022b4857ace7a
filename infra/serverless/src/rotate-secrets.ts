import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

import { rotateDatabaseLogin } from './rotation/rotate-database-login.ts'
import { openSecretsManager } from './secrets/secrets-manager.ts'

const { DATABASE_ADMINISTRATOR } = readConfig(z.object({ DATABASE_ADMINISTRATOR: z.string() }), process.env)

/** Replaces passwords of the database, as Secrets Manager asks for. */
export const handler = (event: unknown) =>
  rotateDatabaseLogin(openSecretsManager(process.env), DATABASE_ADMINISTRATOR)(event)
