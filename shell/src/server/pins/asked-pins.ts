import type { IncomingHttpHeaders } from 'node:http'
import { addPins, parsePins } from './parse-pins.ts'
import type { Pins } from './parse-pins.ts'

export const pinQuery = 'mall-pin'

export interface AskedPins {
  pins: Pins
  /** The malformed text, if it is no list of pins. */
  malformed?: string
  /** Whether the pins are from the header: it applies to one request, so the page has no button to remove it. */
  byHeader: boolean
}

/** Returns the pins of a request: those of the header `x-mall-pin` alone, or else of the cookie and of `?mall-pin=`. */
export function askedPins(headers: IncomingHttpHeaders, kept: string | undefined, url: URL): AskedPins {
  const header = headers['x-mall-pin']
  if (header !== undefined) return { ...read(new Map(), String(header)), byHeader: true }
  const before = parsePins(kept ?? '') ?? new Map()
  const query = queryOf(url)
  return { ...(query === undefined ? { pins: before } : read(before, query)), byHeader: false }
}

/** Returns all values of `?mall-pin=`; undefined without the parameter. */
export function queryOf(url: URL): string | undefined {
  const all = url.searchParams.getAll(pinQuery)
  return all.length > 0 ? all.join() : undefined
}

function read(before: Pins, text: string): { pins: Pins; malformed?: string } {
  const pins = addPins(before, text)
  return pins ? { pins } : { pins: before, malformed: text.length > 60 ? `${text.slice(0, 60)}…` : text }
}
