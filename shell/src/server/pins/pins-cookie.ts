import { mallCookie } from '@mallhive/contracts/cookies'
import { pinsText } from './parse-pins.ts'
import type { Pins } from './parse-pins.ts'

/** A forgotten pin ends by itself. */
const keptForSeconds = 24 * 3600

/** The Set-Cookie header that keeps these pins; of no pins, the one that removes the cookie. */
export function pinsCookie(pins: Pins, publicOrigin: string): string {
  const maxAgeSeconds = pins.size > 0 ? keptForSeconds : 0
  return mallCookie('mall_pin', pinsText(pins), { publicOrigin, maxAgeSeconds })
}
