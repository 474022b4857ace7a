import { mallCookie } from '@mallhive/contracts/cookies'
import { pinsText } from './parse-pins.ts'
import type { Pins } from './parse-pins.ts'

/** Pins expire, so that a forgotten one does not stay. */
const keptForSeconds = 24 * 3600

/** Returns the Set-Cookie header that stores the pins or, without pins, removes the cookie. */
export function pinsCookie(pins: Pins, publicOrigin: string): string {
  const maxAgeSeconds = pins.size > 0 ? keptForSeconds : 0
  return mallCookie('mall_pin', pinsText(pins), { publicOrigin, maxAgeSeconds })
}
