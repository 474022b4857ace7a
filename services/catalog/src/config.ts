import { awsEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  DATABASE_URL: z.url(),
  // The mall's own address: REST answers link to it.
  PUBLIC_ORIGIN: z.url().default('http://localhost:4000'),
})
