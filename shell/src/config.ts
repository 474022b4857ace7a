import { devPinsAreLocal, devPinsEnv, devPinsProblem } from '@mallhive/process-kit/dev-pins'
import { awsEnv, processEnv, releasesEnv } from '@mallhive/process-kit/env'
import { previewSettings } from '@mallhive/release-runtime/preview/settings'
import { z } from 'zod'

export const configSchema = z
  .object({
    ...processEnv,
    ...awsEnv,
    ...releasesEnv,
    ...devPinsEnv,
    PORT: processEnv.PORT.default(3000),
    /** The folder of the build to serve, below `.next`. */
    SHELL_BUILD: z.string().default('default'),
    BFF_URL: z.url(),
    /** The release desk, which the console uses. */
    DESK_URL: z.url().optional(),
    PUBLIC_ORIGIN: z
      .url()
      .default('http://localhost:4000')
      .transform((url) => new URL(url).origin),
    ...previewSettings,
    /** Origin of the payment provider, to which forms may post. */
    SANDBOX_PROVIDER_URL: z.url().optional(),
    /** How often the live pointers are polled. */
    RELEASES_POLL_MS: z.coerce.number().int().positive().default(1000),
    /** How long an unused, superseded version stays in memory; it is loaded again on demand. */
    RELEASE_GRACE_MS: z.coerce.number().int().nonnegative().default(60_000),
    /** How long documents keep a version after it stopped being live. The same as the BFF host's. */
    RELEASE_RETENTION_MS: z.coerce
      .number()
      .int()
      .positive()
      .default(24 * 3600 * 1000),
    /** Signs document tokens, by which release-health verifies reports; without it no document reports. */
    BEACON_KEY: z.string().min(32).optional(),
    /** The share of documents that report to the beacon; 0 is none. */
    BEACON_RATE: z.coerce
      .number()
      .max(1)
      .refine((rate) => rate === 0 || rate >= 0.01, '0, or from 0.01 to 1')
      .default(1),
    /** Deadline of a page's loader; a later page is answered with an error page. */
    LOADER_DEADLINE_MS: z.coerce.number().int().positive().default(5000),
  })
  .refine(devPinsAreLocal, devPinsProblem)

export type ShellConfig = z.output<typeof configSchema>

/** @throws Error naming every bad variable */
export function readConfig(env: NodeJS.ProcessEnv): ShellConfig {
  const parsed = configSchema.safeParse(env)
  if (parsed.success) return parsed.data
  throw new Error(`The shell's environment:\n${z.prettifyError(parsed.error)}`)
}
