import { rotatingSecret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

export const configSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(0),
  // The merchant's API key, which also signs webhooks.
  WEBHOOK_SECRET: rotatingSecret(8),
  WEBHOOK_URL: z.url(),
  // Folder of the certificate that is shown there.
  TLS_FOLDER: z.string().optional(),
  WEBHOOK_DELAY_MS: z.coerce.number().int().nonnegative().default(300),
  // The address for browsers, if it differs from the listening address.
  PUBLIC_URL: z.url().optional(),
  PUBLIC_ORIGIN: z.url().default('http://localhost:4000'),
  PREVIEW_ORIGIN: z.url().optional(),
  STATE_DIR: z.string().default('.mall/sandbox-provider'),
  LATENCY_MS: z.coerce.number().int().nonnegative().default(0),
})
