import { mallCookie } from '@mallhive/contracts/cookies'
import type { MallCookie } from '@mallhive/contracts/cookies'

const yearSeconds = 365 * 24 * 3600

/** Returns a Set-Cookie header with a lifetime of one year; an empty value removes the cookie. */
export function preferenceCookie(name: MallCookie, value: string, publicOrigin: string): string {
  return mallCookie(name, value, { publicOrigin, maxAgeSeconds: value ? yearSeconds : 0 })
}
