import { z } from 'zod'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { partToken, readPartKey } from '@mallhive/release-runtime/trust/part-token'
import type { ReadHealth } from './health.ts'

// Connect's JSON omits zeros and empty lists.
const count = z.number().default(0)
const histogram = z
  .object({ buckets: z.array(z.object({ over: count, upTo: count, weight: count })).default([]) })
  .default({ buckets: [] })
  .transform(({ buckets }) => buckets)
const answerSchema = z.object({
  versions: z
    .array(
      z.object({
        version: z.string().default(''),
        reports: count,
        failedReports: count,
        documents: count,
        lcp: histogram,
        inp: histogram,
        exampleError: z.string().default(''),
        served: count,
        failedServed: count,
      }),
    )
    .default([]),
})

const service = 'mallhive.releasehealth.v1.ReleaseHealthService'
const timeoutMs = 10_000

/**
 * Returns a reader of releases' health from the release-health service (RELEASE_HEALTH_URL), which calls as the part
 * `release-tools` with its private key PART_KEY.
 * @throws ReleaseError UNREACHABLE, immediately when one of these variables is missing
 */
export function remoteHealth(env: Record<string, string | undefined>): ReadHealth {
  const { RELEASE_HEALTH_URL: origin, PART_KEY: keyFile } = env
  if (!origin || !keyFile)
    throw new ReleaseError(
      'UNREACHABLE',
      'set RELEASE_HEALTH_URL and PART_KEY: an automatic rollout needs the health of releases',
    )
  const key = readPartKey(keyFile)
  return async (mfe, versions, since) => {
    const response = await fetch(`${origin}/${service}/ReleaseHealth`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${partToken('release-tools', service, key)}`,
      },
      body: JSON.stringify({ mfe, versions, since: since.toISOString() }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ReleaseError('UNREACHABLE', `release-health at ${origin} does not answer`, { cause })
    })
    if (!response.ok) throw new ReleaseError('UNREACHABLE', `release-health answers ${response.status}`)
    return answerSchema.parse(await response.json()).versions
  }
}
