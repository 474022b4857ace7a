import { awsEnv, eventBusEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...eventBusEnv,
  DATABASE_URL: secret(z.url()),
  REDIS_URL: secret(z.url()),
  RESERVATION_TTL_MS: z.coerce.number().int().min(1).max(86_400_000).default(900_000),
  SWEEP_EVERY_MS: z.coerce.number().int().min(10).max(60_000).default(1_000),
  // Addresses of services that run in processes of their own.
  CATALOG_URL: z.url().optional(),
})

export type Config = z.infer<typeof configSchema>
