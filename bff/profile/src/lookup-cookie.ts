const name = 'mall_lookup'
const oneHour = 3_600

export type Lookup = { number: string; email: string }

/**
 * Remembers which order a guest has looked up. It holds what they typed and is no proof of anything: orders checks both
 * again at each view. So the e-mail address stays out of URLs, logs and referrers.
 */
export function rememberLookup(lookup: Lookup, publicOrigin: string): string {
  const value = Buffer.from(JSON.stringify([lookup.number, lookup.email])).toString('base64url')
  const secure = publicOrigin.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${oneHour}${secure}`
}

export function forgetLookup(): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
}

/** What the cookie says, if anybody set it and it makes sense. */
export function readLookup(cookieHeader: string): Lookup | undefined {
  const value = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{1,800})`).exec(cookieHeader)?.[1]
  if (!value) return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString())
    const [number, email]: unknown[] = Array.isArray(parsed) ? parsed : []
    return typeof number === 'string' && typeof email === 'string' ? { number, email } : undefined
  } catch {
    return undefined
  }
}
