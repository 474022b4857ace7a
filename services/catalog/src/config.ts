import { awsEnv, eventBusEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...eventBusEnv,
  DATABASE_URL: secret(z.url()),
  // The mall's origin, for links in REST responses.
  PUBLIC_ORIGIN: z.url().default('http://localhost:4000'),
  // Proxies in front of the REST API that append to X-Forwarded-For.
  TRUSTED_HOPS: z.coerce.number().int().min(0).default(1),
  // Addresses of services that run in processes of their own.
  SEARCH_URL: z.url().optional(),
})

export type Config = z.infer<typeof configSchema>
