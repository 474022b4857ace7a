import { z } from 'zod'

export const configSchema = z.object({
  DATABASE_URL: z.url(),
  // The mall's own address: REST answers link to it.
  PUBLIC_ORIGIN: z.url().default('http://localhost:4000'),
})
