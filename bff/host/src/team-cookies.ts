import { cookieName, mallCookie } from '@mallhive/contracts/cookies'
import type { MallCookie } from '@mallhive/contracts/cookies'
import { parseCookie } from 'cookie'
import type { CookieToSet } from './bundle/call-scope.ts'
import { mostCookieBytes, mostCookies } from './bundle/cookie-budget.ts'
import { withCookies } from './cookies.ts'

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

export interface TeamCookies {
  /**
   * Sets a cookie of the micro frontend. Returns false when the browser would then hold more of them than it may, or send a
   * Cookie header so long that parts of the mall refuse it (431).
   */
  set: (cookie: CookieToSet) => boolean
  /** Set-Cookie header values, one for each name: host-only and HttpOnly for every bundle. */
  toSet: () => string[]
}

/** Leaves room for the other headers of a request, of which Node accepts 16 KiB in all. */
const mostHeaderBytes = 10_000

/** Collects the cookies that a micro frontend's BFF sets in one call, within the limits of its browser. */
export function openTeamCookies(mfe: string, cookieHeader: string, publicOrigin: string): TeamCookies {
  const held = new Map(Object.entries(cookiesOf(mfe, cookieHeader, publicOrigin)))
  const set = new Map<string, string>()
  const bytesOf = (cookies: Iterable<[string, string]>) =>
    [...cookies].reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  const headerBytes = (values: Iterable<string>) => withCookies(cookieHeader, [...values]).length

  function fits(next: Map<string, string>, value: string, name: string): boolean {
    if (next.size > mostCookies || bytesOf(next) > mostCookieBytes) return false
    return headerBytes(new Map(set).set(name, value).values()) <= mostHeaderBytes
  }

  return {
    set({ name, value, maxAgeSeconds }) {
      const header = mallCookie(nameOf(mfe, name), value, { publicOrigin, maxAgeSeconds })
      if (maxAgeSeconds === 0 || value === '') {
        if (held.delete(name)) set.set(name, header)
        return true
      }
      if (!fits(new Map(held).set(name, value), header, name)) return false
      held.set(name, value)
      set.set(name, header)
      return true
    },
    toSet: () => [...set.values()],
  }
}
