import { awsEnv, processEnv, releasesEnv, tokenEnv } from '@mallhive/process-kit/env'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...releasesEnv,
  /** Where staff's browsers are: changes must come from there. */
  PUBLIC_ORIGIN: z.url().transform((url) => new URL(url).origin),
  /** The preview host, which the console leads to. */
  PREVIEW_ORIGIN: z.url().optional(),
  /** The desk's own key, for pointers: a file, or `kms:<key>`. */
  RELEASE_DESK_KEY: z.string().min(1),
  /** How often rollouts are looked at. */
  RELEASE_DESK_WALK_MS: z.coerce.number().int().positive().default(5000),
  // The services that it calls, where they are in processes of their own.
  IDENTITY_URL: z.url().optional(),
  RELEASE_HEALTH_URL: z.url().optional(),
})

export type Config = z.infer<typeof configSchema>
