import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReadHealth } from './health.ts'

// Connect's JSON leaves zeros and empty lists out.
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
      }),
    )
    .default([]),
})

const method = 'mallhive.releasehealth.v1.ReleaseHealthService/ReleaseHealth'
const timeoutMs = 10_000

/**
 * Reads the health of releases from the release-health service (RELEASE_HEALTH_URL), authenticated as a service (SERVICE_KEY).
 * @throws ReleaseError UNREACHABLE, at once when it is not known where or as whom to ask
 */
export function remoteHealth(env: Record<string, string | undefined>): ReadHealth {
  const { RELEASE_HEALTH_URL: origin, SERVICE_KEY: key } = env
  if (!origin || !key)
    throw new ReleaseError(
      'UNREACHABLE',
      'set RELEASE_HEALTH_URL and SERVICE_KEY: shoppers decide how far it goes',
    )
  return async (mfe, versions, since) => {
    const response = await fetch(`${origin}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${serviceToken(key)}` },
      body: JSON.stringify({ mfe, versions, since: since.toISOString() }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ReleaseError('UNREACHABLE', `release-health at ${origin} does not answer`, { cause })
    })
    if (!response.ok) throw new ReleaseError('UNREACHABLE', `release-health answers ${response.status}`)
    return answerSchema.parse(await response.json()).versions
  }
}

/** The token of one service to another: HS256 (RFC 7515), as service-kit's `tokens` verifies it. */
function serviceToken(key: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { kind: 'service', sub: 'mall', iss: 'mallhive', aud: 'mallhive', iat: now, exp: now + 60 }
  const text = [{ alg: 'HS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}
