import { versionKey } from './version-key.ts'

export interface Suspension {
  name: string
  version: string
  why: string
  /** In ms since 1970. */
  until: number
}

export interface Suspensions {
  add: (suspension: Suspension) => void
  /** The suspension of a version, as long as it lasts. */
  of: (name: string, version: string) => Suspension | undefined
  list: () => Suspension[]
}

/** The versions that are out of service for a while. */
export function openSuspensions(now: () => number): Suspensions {
  const all = new Map<string, Suspension>()

  function list(): Suspension[] {
    for (const [key, { until }] of all) if (until <= now()) all.delete(key)
    return [...all.values()]
  }

  return {
    add: (suspension) => void all.set(versionKey(suspension.name, suspension.version), suspension),
    of: (name, version) => list().find((it) => it.name === name && it.version === version),
    list,
  }
}
