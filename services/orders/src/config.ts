import { awsEnv, eventBusEnv, processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

const ms = z.coerce.number().int().positive()

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...eventBusEnv,
  DATABASE_URL: secret(z.string()),
  REDIS_URL: secret(z.url()),
  PUBLIC_ORIGIN: z.url(),
  /** Origin of the preview host; challenges may return there too. */
  PREVIEW_ORIGIN: z.url().optional(),
  // Longer than the slowest step (CHECKOUT_CALL_MS and its transaction); after it another driver claims the checkout.
  CHECKOUT_LEASE_MS: ms.default(15_000),
  CHECKOUT_CALL_MS: ms.default(8_000),
  // Shorter than a reservation's lifetime in the inventory.
  CHECKOUT_EXPIRY_MS: ms.default(12 * 60_000),
  // Longest wait for a final state before the answer is PLACING.
  CHECKOUT_ANSWER_MS: ms.default(6_000),
  // Addresses of services that run in processes of their own.
  CART_URL: z.url().optional(),
  CATALOG_URL: z.url().optional(),
  INVENTORY_URL: z.url().optional(),
  PAYMENTS_URL: z.url().optional(),
})

export type Config = z.infer<typeof configSchema>
