import { awsEnv, processEnv, releasesEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { previewPassEnv } from '@mallhive/release-runtime/preview/settings'
import { z } from 'zod'

export const configSchema = z.object({
  ...processEnv,
  ...awsEnv,
  ...tokenEnv,
  ...releasesEnv,
  /** The console's origin; changes from other origins are refused. */
  PUBLIC_ORIGIN: z.url().transform((url) => new URL(url).origin),
  /** The preview host, which the console links to. */
  PREVIEW_ORIGIN: z.url().optional(),
  ...previewPassEnv,
  /** The desk's key for signing pointers: a file, or `kms:<key>`. */
  RELEASE_DESK_KEY: secret(z.string().min(1)),
  /** Interval of checking rollouts. */
  RELEASE_DESK_WALK_MS: z.coerce.number().int().positive().default(5000),
  // Addresses of services that run in processes of their own.
  IDENTITY_URL: z.url().optional(),
  RELEASE_HEALTH_URL: z.url().optional(),
})

export type Config = z.infer<typeof configSchema>
