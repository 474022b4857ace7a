import { parseCookie, stringifySetCookie } from 'cookie'

/** Every cookie of the mall. */
export type MallCookie =
  | 'mall_session'
  | 'mall_device'
  | 'mall_flash'
  | 'mall_pin'
  | 'mall_pass'
  | 'mall_bucket'
  | 'mall_currency'
  | 'mall_locale'
  | 'mall_theme'
  | 'mall_metrics'
  | 'mall_searches'
  | 'mall_desk_note'
  /** Of a micro frontend's BFF: `bff_profile_lookup`. */
  | `bff_${string}_${string}`

/**
 * Returns the name of a cookie of this origin in the browser. On https it has the prefix `__Host-`: browsers accept
 * such a cookie only from this very host, with Secure and for all paths, so that no sibling domain and no plain-http
 * page can set it. On plain http, for local development, it has neither: Safari rejects Secure cookies there, and all
 * browsers reject the prefix.
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix
 */
export function cookieName(name: MallCookie, publicOrigin: string): string {
  return isSecure(publicOrigin) ? `__Host-${name}` : name
}

/** Whether cookies of this origin are marked Secure. */
export function isSecure(publicOrigin: string): boolean {
  return new URL(publicOrigin).protocol === 'https:'
}

/** Returns the value of a cookie of this origin, undecoded. Of a malformed header it reads the well-formed pairs. */
export function readCookie(
  header: string | undefined,
  name: MallCookie,
  publicOrigin: string,
): string | undefined {
  return parseCookie(header ?? '', { decode: (value) => value })[cookieName(name, publicOrigin)]
}

interface CookieOptions {
  publicOrigin: string
  /** Absent: until the browser closes; 0 removes the cookie. */
  maxAgeSeconds?: number
}

/** Returns a Set-Cookie header of a cookie that no script reads. The value must need no encoding: base64url, digits, names. */
export function mallCookie(name: MallCookie, value: string, options: CookieOptions): string {
  const { publicOrigin, maxAgeSeconds } = options
  return stringifySetCookie(
    {
      name: cookieName(name, publicOrigin),
      value,
      path: '/',
      maxAge: maxAgeSeconds,
      httpOnly: true,
      secure: isSecure(publicOrigin),
      sameSite: 'lax',
    },
    { encode: (plain) => plain },
  )
}
