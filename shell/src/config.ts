import { devPinsAreLocal, devPinsEnv, devPinsProblem } from '@mallhive/process-kit/dev-pins'
import { awsEnv, processEnv, releasesEnv, tokenEnv } from '@mallhive/process-kit/env'
import { rotatingSecret, secret } from '@mallhive/process-kit/secret'
import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { previewSettings } from '@mallhive/release-runtime/preview/settings'
import { defaultLocale, isLocale, liveLocales } from '@mallhive/contracts/locales'
import { z } from 'zod'

const namedUrl = (entry: string) => entry.split(/=(.*)/, 2)

const processes = z.coerce.number().int().min(1).max(64)

const settings = {
  ...processEnv,
  ...awsEnv,
  ...releasesEnv,
  /** The folder of the build to serve, below `.next`. */
  SHELL_BUILD: z.string().default('default'),
  /** The BFF host. */
  BFF_URL: z.url(),
  /** The hosts of single micro frontends, by commas: `cart=http://bff-cart:4003`. BFF_URL serves all others. */
  BFF_URLS: z
    .string()
    .default('')
    .transform((text) => Object.fromEntries(text.split(',').filter(Boolean).map(namedUrl)))
    .pipe(z.record(nameSchema, z.url())),
  PUBLIC_ORIGIN: z
    .url()
    .default('http://localhost:4000')
    .transform((url) => new URL(url).origin),
  PREVIEW_ORIGIN: previewSettings.PREVIEW_ORIGIN,
  /** The locales that shoppers may choose, by commas. The default locale is always among them. */
  LOCALES: z
    .string()
    .default(liveLocales.join())
    .transform((names) => names.split(',').map((name) => name.trim()))
    .pipe(z.array(z.string().refine(isLocale, 'a locale of the mall, such as de')))
    .transform((names) => [...new Set([defaultLocale, ...names])]),
  /** Where security researchers report to: the Contact of /.well-known/security.txt. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)\S+$/, 'a mailto:, https: or tel: address')
    .default('mailto:security@mallhive.test'),
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
  /** Memory for answers of public procedures; 0 remembers none. */
  PUBLIC_ANSWERS_MB: z.coerce.number().nonnegative().default(32),
  /** Memory for documents that are sent again to visitors without a session; 0 keeps none. */
  DOCUMENT_CACHE_MB: z.coerce.number().nonnegative().default(64),
  /** Proxies in front that append to X-Forwarded-For. */
  TRUSTED_HOPS: z.coerce.number().int().min(0).default(1),
  /** Processes that load and render pages. */
  RENDER_PROCESSES: processes.default(2),
  /** Resident memory of one of them; beyond it the process is ended. */
  RENDER_PROCESS_MAX_MB: z.coerce.number().int().min(64).default(320),
  /** Deadline of a page's loader; a later page is answered with an error page. */
  LOADER_DEADLINE_MS: z.coerce.number().int().positive().default(5000),
}

/** The environment of the shoppers' shell. It has no variable that allows releases which were never promoted. */
export const configSchema = z.object({
  ...settings,
  /** The release desk, which the console uses. */
  DESK_URL: z.url().optional(),
  /** Takes the counts of served documents, as the part `shell` with its private key; without them no rollout advances. */
  RELEASE_HEALTH_URL: z.url().optional(),
  PART_KEY: tokenEnv.PART_KEY,
  /** Signs document tokens, by which release-health verifies reports; without it no document reports. */
  BEACON_KEY: secret(rotatingSecret(32).optional()),
  /** `off` removes the service worker from the browsers that have it, with their next document. */
  SERVICE_WORKER: z.enum(['on', 'off']).default('on'),
  /** The share of documents that report to the beacon; 0 is none. */
  BEACON_RATE: z.coerce
    .number()
    .max(1)
    .refine((rate) => rate === 0 || rate >= 0.01, '0, or from 0.01 to 1')
    .default(1),
})

/** The environment of the preview host's shell: no console and no reports, so none of their keys. */
export const previewsConfigSchema = z
  .object({
    ...settings,
    // Its few visitors need no second one.
    RENDER_PROCESSES: processes.default(1),
    ...previewSettings,
    ...devPinsEnv,
  })
  .refine(devPinsAreLocal, devPinsProblem)

export type ShellConfig = z.output<z.ZodObject<typeof settings>> &
  Partial<z.output<typeof previewsConfigSchema>> &
  Partial<z.output<typeof configSchema>>

/** Reads the environment: with PREVIEWS=on that of the preview host's shell. @throws Error naming every bad variable */
export function readConfig(env: NodeJS.ProcessEnv): ShellConfig {
  const schema = env['PREVIEWS'] === 'on' ? previewsConfigSchema : configSchema
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  throw new Error(`The shell's environment:\n${z.prettifyError(parsed.error)}`)
}
