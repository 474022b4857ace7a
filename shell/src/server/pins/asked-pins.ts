import type { IncomingHttpHeaders } from 'node:http'
import { addPins, parsePins } from './parse-pins.ts'
import type { Pins } from './parse-pins.ts'

export const pinQuery = 'mall-pin'

export interface AskedPins {
  pins: Pins
  /** What was written instead of a pin. */
  malformed?: string
  /** A header holds for its request alone, so the page offers no button to remove it. */
  byHeader: boolean
}

/** The pins of a request. The header `x-mall-pin` decides alone; else the cookie, with those of `?mall-pin=` added. */
export function askedPins(headers: IncomingHttpHeaders, kept: string | undefined, url: URL): AskedPins {
  const header = headers['x-mall-pin']
  if (header !== undefined) return { ...read(new Map(), String(header)), byHeader: true }
  const before = parsePins(kept ?? '') ?? new Map()
  const query = queryOf(url)
  return { ...(query === undefined ? { pins: before } : read(before, query)), byHeader: false }
}

/** All that `?mall-pin=` says; undefined when it is not there. */
export function queryOf(url: URL): string | undefined {
  const all = url.searchParams.getAll(pinQuery)
  return all.length > 0 ? all.join() : undefined
}

function read(before: Pins, text: string): { pins: Pins; malformed?: string } {
  const pins = addPins(before, text)
  return pins ? { pins } : { pins: before, malformed: text.length > 60 ? `${text.slice(0, 60)}…` : text }
}
