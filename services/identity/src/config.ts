import { awsEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { rotatingSecret, secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  DATABASE_URL: secret(z.string().min(1)),
  REDIS_URL: secret(z.string().min(1)),
  /** Its scheme decides whether cookies are `Secure`. */
  PUBLIC_ORIGIN: z.url(),
  /** Signs session cookies and encrypts the private keys in the database; a session ends with the value that signed it. */
  AUTH_SECRET: rotatingSecret(32),
  /** Guest sessions that one address may start in an hour. */
  GUESTS_PER_ADDRESS: z.coerce.number().int().positive().default(600),
})

export type Config = z.infer<typeof configSchema>
