import type { BffContext } from '@mallhive/mfe-kit/bff'

const name = 'lookup'
const oneHour = 3_600

export type Lookup = { number: string; email: string }

/**
 * Stores a guest's order number and e-mail address in a cookie, which keeps the address out of URLs, logs and referrers.
 * The cookie proves nothing: the orders service checks both values at each view.
 */
export function rememberLookup({ setCookie }: Pick<BffContext, 'setCookie'>, lookup: Lookup): void {
  const value = Buffer.from(JSON.stringify([lookup.number, lookup.email])).toString('base64url')
  setCookie(name, value, { maxAgeSeconds: oneHour })
}

export function forgetLookup({ setCookie }: Pick<BffContext, 'setCookie'>): void {
  setCookie(name, '', { maxAgeSeconds: 0 })
}

/** Returns the stored look-up; undefined when the cookie is absent or malformed. */
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
