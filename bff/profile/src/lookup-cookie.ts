import { mallCookie, readCookie } from '@mallhive/contracts/cookies'

const oneHour = 3_600

export type Lookup = { number: string; email: string }

/**
 * Remembers which order a guest has looked up. It holds what they typed and is no proof of anything: orders checks both
 * again at each view. So the e-mail address stays out of URLs, logs and referrers.
 */
export function rememberLookup(lookup: Lookup, publicOrigin: string): string {
  const value = Buffer.from(JSON.stringify([lookup.number, lookup.email])).toString('base64url')
  return mallCookie('mall_lookup', value, { publicOrigin, maxAgeSeconds: oneHour })
}

export function forgetLookup(publicOrigin: string): string {
  return mallCookie('mall_lookup', '', { publicOrigin, maxAgeSeconds: 0 })
}

/** What the cookie says, if anybody set it and it makes sense. */
export function readLookup(cookieHeader: string, publicOrigin: string): Lookup | undefined {
  const value = readCookie(cookieHeader, 'mall_lookup', publicOrigin)
  if (!value || value.length > 800) return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString())
    const [number, email]: unknown[] = Array.isArray(parsed) ? parsed : []
    return typeof number === 'string' && typeof email === 'string' ? { number, email } : undefined
  } catch {
    return undefined
  }
}
