import { z } from 'zod'

export const configSchema = z.object({
  /** Where staff's browsers are: changes must come from there. */
  PUBLIC_ORIGIN: z.url().transform((url) => new URL(url).origin),
  /** The preview host, which the console leads to. */
  PREVIEW_ORIGIN: z.url().optional(),
  /** The desk's own key, for pointers: a file, or `kms:<key>`. */
  RELEASE_DESK_KEY: z.string().min(1),
  /** How often rollouts are looked at. */
  RELEASE_DESK_WALK_MS: z.coerce.number().int().positive().default(5000),
})

export type Config = z.output<typeof configSchema>
