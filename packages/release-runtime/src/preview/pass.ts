import { z } from 'zod'
import { signatureSchema, signJson } from '../trust/signature.ts'
import type { Signer } from '../trust/signer.ts'
import type { Trust } from '../trust/trust.ts'

/** Long enough for a review over a weekend, and short enough that a leaked link expires soon. */
export const passLifetimeMs = 3 * 24 * 3600 * 1000

const longestToken = 2000

const claimsSchema = z.strictObject({
  /** The preview host that it is for. */
  host: z.string(),
  /** The releases that it shows: `cart@1.5.0,home@2.0.0`. */
  pins: z.string().regex(/^[^@,]+@[^@,]+(,[^@,]+@[^@,]+)*$/),
  /** In ms since 1970. */
  until: z.number().int(),
})

const passSchema = claimsSchema.extend({ signature: signatureSchema })

export type PassClaims = z.output<typeof claimsSchema>

/** Returns a signed pass to a preview host, which lets its bearer see these releases there. */
export async function signPass(signer: Signer, claims: PassClaims): Promise<string> {
  const signature = await signJson(signer, claims)
  return Buffer.from(JSON.stringify({ ...claims, signature })).toString('base64url')
}

/**
 * Returns the releases that a pass shows (`cart@1.5.0`): none when it is for another host, has expired, or is not
 * signed by a key that may release these micro frontends.
 */
export function releasesOfPass(trust: Trust, host: string, token: string, now: number): string[] {
  if (token.length > longestToken) return []
  try {
    const { signature, ...claims } = passSchema.parse(JSON.parse(Buffer.from(token, 'base64url').toString()))
    if (claims.host !== host || claims.until < now || claims.until > now + passLifetimeMs) return []
    const releases = claims.pins.split(',')
    for (const release of releases) {
      const [name = ''] = release.split('@')
      // A key that may publish code or make it live may also show it.
      const duty = trust.trusts('release', name, signature.keyId) ? 'release' : 'pointer'
      trust.verify(duty, name, claims, signature)
    }
    return releases
  } catch {
    return [] // malformed or untrusted: grants nothing
  }
}
