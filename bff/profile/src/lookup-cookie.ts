import type { BffContext } from '@mallhive/mfe-kit/bff'

const name = 'lookup'
const oneHour = 3_600

export type Lookup = { number: string; email: string }

/**
 * Remembers which order a guest has looked up. It holds what they typed and is no proof of anything: orders checks both
 * again at each view. So the e-mail address stays out of URLs, logs and referrers.
 */
export function rememberLookup({ setCookie }: Pick<BffContext, 'setCookie'>, lookup: Lookup): void {
  const value = Buffer.from(JSON.stringify([lookup.number, lookup.email])).toString('base64url')
  setCookie(name, value, { maxAgeSeconds: oneHour })
}

export function forgetLookup({ setCookie }: Pick<BffContext, 'setCookie'>): void {
  setCookie(name, '', { maxAgeSeconds: 0 })
}

/** What the cookie holds; undefined when there is none or it is malformed. */
export function readLookup(cookies: BffContext['cookies']): Lookup | undefined {
  const value = cookies[name]
  if (!value) return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString())
    const [number, email]: unknown[] = Array.isArray(parsed) ? parsed : []
    return typeof number === 'string' && typeof email === 'string' ? { number, email } : undefined
  } catch {
    return undefined
  }
}
