import type { CookieToSet } from './call-scope.ts'

/** Cookies of one micro frontend in a browser: names, and bytes of names and values. */
export const mostCookies = 8
export const mostCookieBytes = 3000

export interface CookieBudget {
  /** Returns false when the release would use more names, or longer values, than its browsers may hold. */
  allows: (cookie: CookieToSet) => boolean
}

/**
 * Limits the cookies of a release over all its calls: the names, and the sum of the longest value of each. Concurrent calls of
 * one browser cannot exceed the limit together, and no client can make a release exceed it.
 */
export function openCookieBudget(): CookieBudget {
  const longest = new Map<string, number>()

  return {
    allows({ name, value, maxAgeSeconds }) {
      if (maxAgeSeconds === 0 || value === '') return true
      const known = longest.get(name)
      const bytes = Math.max(known ?? 0, name.length + value.length)
      const sum = [...longest.values()].reduce((total, each) => total + each, bytes - (known ?? 0))
      if ((known === undefined && longest.size >= mostCookies) || sum > mostCookieBytes) return false
      longest.set(name, bytes)
      return true
    },
  }
}
