import { z } from 'zod'
import { signatureSchema, signJson } from '../trust/signature.ts'
import type { Signer } from '../trust/signer.ts'
import type { Trust } from '../trust/trust.ts'

/** Long enough for a review over a weekend; a link that leaks ends by itself. */
export const passLifetimeMs = 3 * 24 * 3600 * 1000

const longestToken = 2000

const claimsSchema = z.strictObject({
  /** The preview host that it is for. */
  host: z.string(),
  /** What may be seen: `cart@1.5.0,home@2.0.0`. */
  pins: z.string().regex(/^[^@,]+@[^@,]+(,[^@,]+@[^@,]+)*$/),
  /** In ms since 1970. */
  until: z.number().int(),
})

const passSchema = claimsSchema.extend({ signature: signatureSchema })

export type PassClaims = z.output<typeof claimsSchema>

/** A pass to a preview host: the signer lets its bearer see these releases there. */
export async function signPass(signer: Signer, claims: PassClaims): Promise<string> {
  const signature = await signJson(signer, claims)
  return Buffer.from(JSON.stringify({ ...claims, signature })).toString('base64url')
}

/**
 * What a pass lets its bearer see (`cart@1.5.0`): nothing when it is for another host, has ended, or is not signed by a key
 * that may release these micro frontends.
 */
export function releasesOfPass(trust: Trust, host: string, token: string, now: number): string[] {
  if (token.length > longestToken) return []
  try {
    const { signature, ...claims } = passSchema.parse(JSON.parse(Buffer.from(token, 'base64url').toString()))
    if (claims.host !== host || claims.until < now || claims.until > now + passLifetimeMs) return []
    const releases = claims.pins.split(',')
    for (const release of releases) {
      const [name = ''] = release.split('@')
      // Who may publish code or make it live may show it.
      const duty = trust.trusts('release', name, signature.keyId) ? 'release' : 'pointer'
      trust.verify(duty, name, claims, signature)
    }
    return releases
  } catch {
    return [] // not a pass, or not a trusted one: both let nobody in
  }
}
