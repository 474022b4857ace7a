import { nameSchema, versionSchema } from '@mallhive/release-runtime/descriptor'

/** The pinned version or dev server address of each micro frontend. */
export type Pins = Map<string, string>

const longestText = 600
const mostPins = 8
const devServer = /^http:\/\/(?:localhost|127\.0\.0\.1):(\d{4,5})\/?$/

/** Returns the port of a pin to a dev server (`http://localhost:4103`); undefined for a version. */
export function devPort(target: string): number | undefined {
  const [, port] = devServer.exec(target) ?? []
  return port ? Number(port) : undefined
}

/** Parses `cart@1.5.0,home@2.0.0`. Returns undefined when any part of it is malformed. */
export function parsePins(text: string): Pins | undefined {
  return changePins(new Map(), text)
}

/** Parses pins of addresses and headers. They cannot remove pins, because another site's link may contain them. */
export function addPins(before: Pins, text: string): Pins | undefined {
  return /@\s*(?:,|$)/.test(text)
    ? undefined
    : changePins(before, text.trim() === '' ? pinsText(before) : text)
}

/** Applies a button of the pin bar: a pin is added or replaced, `cart@` removes one, an empty text removes all. */
export function changePins(before: Pins, text: string): Pins | undefined {
  if (text.length > longestText) return undefined
  if (text.trim() === '') return new Map()
  const pins = new Map(before)
  for (const entry of text.split(',')) {
    const [, name = '', target = ''] = /^([^@]*)@(.*)$/.exec(entry.trim()) ?? []
    if (!nameSchema.safeParse(name).success) return undefined
    if (target === '') pins.delete(name)
    else if (devPort(target) !== undefined || versionSchema.safeParse(target).success) pins.set(name, target)
    else return undefined
  }
  return pins.size > mostPins ? undefined : pins
}

export function pinsText(pins: Pins): string {
  return [...pins].map(([name, target]) => `${name}@${target}`).join()
}
