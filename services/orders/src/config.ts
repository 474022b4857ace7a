import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

export type Config = z.infer<typeof schema>

const ms = z.coerce.number().int().positive()

const schema = z.object({
  DATABASE_URL: z.string(),
  REDIS_URL: z.url(),
  AWS_ENDPOINT_URL: z.string().optional(),
  AWS_REGION: z.string().optional(),
  AWS_ACCOUNT_ID: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  PUBLIC_ORIGIN: z.url(),
  /** Where releases are previewed: checkouts return there too. */
  PREVIEW_ORIGIN: z.url().optional(),
  // Longer than the slowest step (CHECKOUT_CALL_MS and its transaction): after it a checkout counts as abandoned.
  CHECKOUT_LEASE_MS: ms.default(15_000),
  CHECKOUT_CALL_MS: ms.default(8_000),
  // Shorter than inventory holds a reservation.
  CHECKOUT_EXPIRY_MS: ms.default(12 * 60_000),
  // How long a shopper waits for an answer before asking again.
  CHECKOUT_ANSWER_MS: ms.default(6_000),
})

export const config = (env: Record<string, string | undefined>): Config => readConfig(schema, env)
