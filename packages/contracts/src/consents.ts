import { readCookie } from './cookies.ts'
import type { MallCookie } from './cookies.ts'

/** What a shopper may agree to, each with the cookie that says so. Without it the answer is no. */
export const consentCookies = {
  /** The mall keeps what is searched for and what comes of it, without the shopper. */
  searches: 'mall_searches',
} as const satisfies Record<string, MallCookie>

export type Consent = keyof typeof consentCookies

interface RequestHeaders {
  [name: string]: string | string[] | undefined
  cookie?: string | undefined
}

/** Whether the browser refuses by Global Privacy Control or Do Not Track, which no cookie overrules. */
export const refusesTracking = (headers: RequestHeaders): boolean =>
  headers['sec-gpc'] === '1' || headers['dnt'] === '1'

/** Returns what the shopper of a request has agreed to. */
export function consentsOf(headers: RequestHeaders, publicOrigin: string): Consent[] {
  if (refusesTracking(headers)) return []
  const all = Object.keys(consentCookies) as Consent[]
  return all.filter((consent) => readCookie(headers.cookie, consentCookies[consent], publicOrigin) === 'on')
}
