import { devPinsAreLocal, devPinsEnv, devPinsProblem } from '@mallhive/process-kit/dev-pins'
import { awsEnv, processEnv, releasesEnv, tokenEnv } from '@mallhive/process-kit/env'
import { secret } from '@mallhive/process-kit/secret'
import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { previewSettings } from '@mallhive/release-runtime/preview/settings'
import { z } from 'zod'

const milliseconds = z.coerce.number().int().positive()

const names = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(nameSchema))

/** Addresses of services that run in processes of their own. Releases and the release gate reach these services only. */
export const serviceAddresses = {
  IDENTITY_URL: z.url().optional(),
  CATALOG_URL: z.url().optional(),
  CART_URL: z.url().optional(),
  INVENTORY_URL: z.url().optional(),
  ORDERS_URL: z.url().optional(),
  PAYMENTS_URL: z.url().optional(),
  NOTIFICATIONS_URL: z.url().optional(),
  SEARCH_URL: z.url().optional(),
}

export const configSchema = z
  .object({
    ...processEnv,
    ...awsEnv,
    ...tokenEnv,
    ...releasesEnv,
    ...devPinsEnv,
    REDIS_URL: secret(z.url()),
    /** The origin of the mall's pages; state-changing calls from other origins are refused. */
    PUBLIC_ORIGIN: z.url().transform((url) => new URL(url).origin),
    ...previewSettings,
    /** Names of the micro frontends whose BFFs run here, by commas; without it all do. */
    MICRO_FRONTENDS: names.optional(),
    /** Names of those whose BFFs run elsewhere. */
    EXCLUDED_MICRO_FRONTENDS: names.optional(),
    RELEASES_POLL_MS: milliseconds.default(1000),
    /** How long a superseded version stays in memory after its last call. */
    RELEASE_GRACE_MS: milliseconds.default(60_000),
    /** How long a superseded version still serves documents that use it. */
    RELEASE_RETENTION_MS: milliseconds.default(24 * 3600 * 1000),
    /** Resident memory of the process of one bundle; beyond it the process is ended. */
    BFF_BUNDLE_MAX_MB: z.coerce.number().int().min(96).default(256),
    /** Most processes of releases that are not live: superseded versions and previews still in use. */
    BFF_SPARE_BUNDLES: z.coerce.number().int().positive().default(8),
    /** Most of these of one micro frontend. */
    BFF_SPARE_BUNDLES_PER_MFE: z.coerce.number().int().positive().default(4),
    /** After this many faults within the window, a live version is taken out of service and the last good one serves. */
    BFF_FAULTS_TO_EVICT: z.coerce.number().int().positive().default(3),
    BFF_FAULT_WINDOW_MS: milliseconds.default(5 * 60_000),
    BFF_EVICTED_MS: milliseconds.default(10 * 60_000),
    BFF_QUERY_DEADLINE_MS: milliseconds.default(3000),
    /** Longer than for queries, because payment providers are slow. */
    BFF_MUTATION_DEADLINE_MS: milliseconds.default(10_000),
    /** Memory for answers of public procedures to browsers; 0 for none. */
    PUBLIC_ANSWERS_MB: z.coerce.number().nonnegative().default(16),
    /** Proxies in front that append to X-Forwarded-For; the client's address is what the outermost of them saw. */
    TRUSTED_HOPS: z.coerce.number().int().min(0).default(1),
    /** Multiplies every rate limit; 0 switches them off, for load work. */
    RATE_LIMIT_SCALE: z.coerce.number().min(0).default(1),
    ...serviceAddresses,
  })
  .refine(devPinsAreLocal, devPinsProblem)

export type Config = z.output<typeof configSchema>
