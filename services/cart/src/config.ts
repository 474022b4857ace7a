import { z } from 'zod'

export const configSchema = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  RESERVATION_TTL_MS: z.coerce.number().int().min(1).max(86_400_000).default(900_000),
  SWEEP_EVERY_MS: z.coerce.number().int().min(10).max(60_000).default(1_000),
})

export type Config = z.infer<typeof configSchema>
