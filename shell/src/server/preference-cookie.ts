import { mallCookie } from '@mallhive/contracts/cookies'
import type { MallCookie } from '@mallhive/contracts/cookies'

const yearSeconds = 365 * 24 * 3600

/** Returns the Set-Cookie header of something that a browser keeps for a year; an empty value removes it. */
export function preferenceCookie(name: MallCookie, value: string, publicOrigin: string): string {
  return mallCookie(name, value, { publicOrigin, maxAgeSeconds: value ? yearSeconds : 0 })
}
