import type { IncomingHttpHeaders } from 'node:http'
import { changePins, parsePins } from './parse-pins.ts'
import type { Pins } from './parse-pins.ts'

export const pinCookie = 'mall_pin'
export const pinQuery = 'mall-pin'

export interface AskedPins {
  pins: Pins
  /** What was written instead of a pin. */
  malformed?: string
  /** A header speaks for its request alone, so there is nothing that the page could take away. */
  byHeader: boolean
}

/** The pins of a request. The header `x-mall-pin` decides alone; else the cookie, changed by `?mall-pin=`. */
export function askedPins(
  headers: IncomingHttpHeaders,
  cookies: Record<string, string>,
  url: URL,
): AskedPins {
  const header = headers['x-mall-pin']
  if (header !== undefined) return { ...read(new Map(), String(header)), byHeader: true }
  const kept = parsePins(cookies[pinCookie] ?? '') ?? new Map()
  const query = queryOf(url)
  return { ...(query === undefined ? { pins: kept } : read(kept, query)), byHeader: false }
}

/** All that `?mall-pin=` says; undefined when it is not there. */
export function queryOf(url: URL): string | undefined {
  const all = url.searchParams.getAll(pinQuery)
  return all.length > 0 ? all.join() : undefined
}

function read(before: Pins, text: string): { pins: Pins; malformed?: string } {
  const pins = changePins(before, text)
  return pins ? { pins } : { pins: before, malformed: text.length > 60 ? `${text.slice(0, 60)}…` : text }
}
