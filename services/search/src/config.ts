import { processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...tokenEnv,
  DATABASE_URL: secret(z.url()),
})

export type Config = z.infer<typeof configSchema>
