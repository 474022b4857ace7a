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
  /** Returns the suspension of a version, undefined once it has ended. */
  of: (name: string, version: string) => Suspension | undefined
  list: () => Suspension[]
}

/** Creates the list of versions that are out of service for a time. */
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
