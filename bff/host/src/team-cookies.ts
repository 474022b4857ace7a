import { cookieName, mallCookie } from '@mallhive/contracts/cookies'
import type { MallCookie } from '@mallhive/contracts/cookies'
import { parseCookie } from 'cookie'
import type { CookieToSet } from './bundle/call-scope.ts'

/** `bff_profile_lookup`: no other micro frontend's BFF reads or sets it, and none sets a cookie of the mall itself. */
const nameOf = (mfe: string, name: string): MallCookie => `bff_${mfe}_${name}`

/** The cookies that a micro frontend's BFF has set, by the names that it gave them. */
export function cookiesOf(mfe: string, cookieHeader: string, publicOrigin: string): Record<string, string> {
  const prefix = cookieName(nameOf(mfe, ''), publicOrigin)
  const sent = Object.entries(parseCookie(cookieHeader, { decode: (value) => value }))
  return Object.fromEntries(
    sent.flatMap(([name, value]) =>
      name.startsWith(prefix) && value ? [[name.slice(prefix.length), value]] : [],
    ),
  )
}

/** The Set-Cookie header value: whatever a bundle sets stays on this host and away from scripts. */
export function cookieToSet(
  mfe: string,
  { name, value, maxAgeSeconds }: CookieToSet,
  publicOrigin: string,
): string {
  return mallCookie(nameOf(mfe, name), value, { publicOrigin, maxAgeSeconds })
}
