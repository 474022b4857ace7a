import { awsEnv, eventBusEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { rotatingSecret, secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...eventBusEnv,
  DATABASE_URL: secret(z.string()),
  PUBLIC_ORIGIN: z.url(),
  /** Origin of the preview host; card forms may return there too. */
  PREVIEW_ORIGIN: z.url().optional(),
  SANDBOX_PROVIDER_URL: z.url(),
  PAYMENTS_WEBHOOK_SECRET: rotatingSecret(8),
  PROVIDER_TIMEOUT_MS: z.coerce.number().int().positive().default(4_000),
})

export type Config = z.infer<typeof configSchema>
