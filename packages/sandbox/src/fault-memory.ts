import { openFaultHistory } from './fault-history.ts'
import type { FaultHistory, FaultRecord } from './fault-history.ts'

export interface FaultMemory {
  /** Returns the history of a release, which outlives its bundle. */
  of: (name: string) => FaultHistory
  /** Returns the faults within the window, by release. */
  recent: () => Map<string, FaultRecord[]>
}

export interface FaultMemoryOptions {
  /** Older faults no longer count. */
  faultWindowMs: number
  now: () => number
  /** Whether a bundle of the release uses its history, which must not be replaced then. */
  inUse: (name: string) => boolean
}

/** Releases of one micro frontend whose faults are kept, so that one team does not displace the faults of others. */
const mostPerMfe = 32

/**
 * Keeps the faults of releases by name, so that a release that failed to start, or whose bundle was unloaded, stays blamed and
 * waits before its next start.
 */
export function openFaultMemory({ faultWindowMs, now, inUse }: FaultMemoryOptions): FaultMemory {
  /** Least recently opened first. */
  const histories = new Map<string, FaultHistory>()

  function forget(mfe: string): void {
    for (const [name, history] of histories)
      if (!inUse(name) && history.recent().length === 0) histories.delete(name)
    const own = [...histories.keys()].filter((name) => mfeOf(name) === mfe && !inUse(name))
    for (const name of own.slice(0, Math.max(0, own.length - mostPerMfe + 1))) histories.delete(name)
  }

  return {
    of(name) {
      const history = histories.get(name) ?? openFaultHistory(faultWindowMs, now)
      histories.delete(name)
      forget(mfeOf(name))
      histories.set(name, history)
      return history
    },
    recent: () =>
      new Map(
        [...histories]
          .map(([name, history]) => [name, history.recent()] as const)
          .filter(([, faults]) => faults.length > 0),
      ),
  }
}

const mfeOf = (name: string) => name.split('@')[0] ?? ''
