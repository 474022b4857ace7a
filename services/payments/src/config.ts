import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

export type Config = z.infer<typeof schema>

const schema = z.object({
  DATABASE_URL: z.string(),
  AWS_ENDPOINT_URL: z.string().optional(),
  AWS_REGION: z.string().optional(),
  AWS_ACCOUNT_ID: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  PUBLIC_ORIGIN: z.url(),
  /** Where releases are previewed: card forms return there too. */
  PREVIEW_ORIGIN: z.url().optional(),
  SANDBOX_PROVIDER_URL: z.url(),
  PAYMENTS_WEBHOOK_SECRET: z.string().min(8),
  PROVIDER_TIMEOUT_MS: z.coerce.number().int().positive().default(4_000),
})

export const config = (env: Record<string, string | undefined>): Config => readConfig(schema, env)
