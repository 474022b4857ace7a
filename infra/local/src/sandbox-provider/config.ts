import { z } from 'zod'

/** Environment of the sandbox provider. */
export const configSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(0),
  // The account's one secret: the merchant's API key, and the key that signs webhooks.
  WEBHOOK_SECRET: z.string().min(8),
  WEBHOOK_URL: z.url(),
  WEBHOOK_DELAY_MS: z.coerce.number().int().nonnegative().default(300),
  // Where browsers reach this process, when it is not where it listens.
  PUBLIC_URL: z.url().optional(),
  PUBLIC_ORIGIN: z.url().default('http://localhost:4000'),
  PREVIEW_ORIGIN: z.url().optional(),
  STATE_DIR: z.string().default('.mall/sandbox-provider'),
  LATENCY_MS: z.coerce.number().int().nonnegative().default(0),
})
