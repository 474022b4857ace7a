import { cookieName, mallCookie } from '@mallhive/contracts/cookies'
import type { MallCookie } from '@mallhive/contracts/cookies'
import { parseCookie } from 'cookie'
import type { CookieToSet } from './bundle/call-scope.ts'

/** Prefixes a cookie (`bff_profile_lookup`), so that no BFF reads or sets cookies of another BFF or of the mall. */
const nameOf = (mfe: string, name: string): MallCookie => `bff_${mfe}_${name}`

/** Returns the cookies of a micro frontend's BFF, by unprefixed name. */
export function cookiesOf(mfe: string, cookieHeader: string, publicOrigin: string): Record<string, string> {
  const prefix = cookieName(nameOf(mfe, ''), publicOrigin)
  const sent = Object.entries(parseCookie(cookieHeader, { decode: (value) => value }))
  return Object.fromEntries(
    sent.flatMap(([name, value]) =>
      name.startsWith(prefix) && value ? [[name.slice(prefix.length), value]] : [],
    ),
  )
}

/** Returns the Set-Cookie header value: host-only and HttpOnly for every bundle. */
export function cookieToSet(
  mfe: string,
  { name, value, maxAgeSeconds }: CookieToSet,
  publicOrigin: string,
): string {
  return mallCookie(nameOf(mfe, name), value, { publicOrigin, maxAgeSeconds })
}
