import { processEnv, tokenEnv } from '@mallhive/process-kit/env'
import { rotatingSecret, secret } from '@mallhive/process-kit/secret'
import { z } from 'zod'

const count = z.coerce.number().int().positive()

export const configSchema = z.object({
  ...processEnv,
  ...tokenEnv,
  DATABASE_URL: secret(z.string().min(1)),
  REDIS_URL: secret(z.url()),
  /** Shared with the shell, which signs served documents with it. */
  BEACON_KEY: rotatingSecret(32),
  /** Proxies in front that append to X-Forwarded-For. */
  TRUSTED_HOPS: z.coerce.number().int().min(0).default(1),
  // Of the three, what one address may add in a day; a step of a rollout is decided by five addresses at least.
  /** Documents. A step forward needs 100. */
  DOCUMENTS_PER_ADDRESS: count.default(24),
  /** Failures of one release. A rollback needs five. */
  FAILURES_PER_ADDRESS: count.default(1),
  /** Documents whose vitals count for a release. A percentile needs 34. */
  VITALS_PER_ADDRESS: count.default(3),
  /** Most queued reports; further ones are dropped. */
  QUEUE_LIMIT: count.default(5_000),
  /** Reports counted in one transaction, and the pause between two. */
  BATCH_SIZE: count.default(1_000),
  FLUSH_MS: count.default(1_000),
  /** Most distinct releases per minute; reports of further ones are dropped. */
  RELEASES_PER_MINUTE: count.default(300),
  RETENTION_DAYS: count.default(14),
  /** How long later reports are matched to their document. */
  DOCUMENT_MEMORY_HOURS: count.default(6),
})

export type Config = z.infer<typeof configSchema>
