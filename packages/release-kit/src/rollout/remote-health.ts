import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { z } from 'zod'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { readKeyFile } from '@mallhive/release-runtime/trust/signer-from-env'
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
      }),
    )
    .default([]),
})

const service = 'mallhive.releasehealth.v1.ReleaseHealthService'
const part = 'release-tools'
const timeoutMs = 10_000

/**
 * Returns a reader of releases' health from the release-health service (RELEASE_HEALTH_URL), which calls as the part
 * `release-tools` with the private key in the file PART_KEY.
 * @throws ReleaseError UNREACHABLE, immediately when one of these variables is missing
 */
export function remoteHealth(env: Record<string, string | undefined>): ReadHealth {
  const { RELEASE_HEALTH_URL: origin, PART_KEY: keyFile } = env
  if (!origin || !keyFile)
    throw new ReleaseError(
      'UNREACHABLE',
      'set RELEASE_HEALTH_URL and PART_KEY: an automatic rollout needs the health of releases',
    )
  const key = createPrivateKey(readKeyFile(keyFile))
  return async (mfe, versions, since) => {
    const response = await fetch(`${origin}/${service}/ReleaseHealth`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${partToken(key)}` },
      body: JSON.stringify({ mfe, versions, since: since.toISOString() }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ReleaseError('UNREACHABLE', `release-health at ${origin} does not answer`, { cause })
    })
    if (!response.ok) throw new ReleaseError('UNREACHABLE', `release-health answers ${response.status}`)
    return answerSchema.parse(await response.json()).versions
  }
}

/**
 * Returns a token of this part for the release-health service: EdDSA (RFC 8037), in the format of service-kit's
 * `part-tokens`.
 */
function partToken(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
  const header = { alg: 'EdDSA', typ: 'part+jwt', kid: `${part}:${thumbprint.digest('base64url')}` }
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: part, sub: part, aud: service, iat: now, exp: now + 60 }
  const text = [header, claims]
    .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))
    .join('.')
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}
