import type { BundleFault } from './bundle-fault.ts'

export interface FaultRecord {
  kind: string
  message: string
  /** ISO 8601. */
  at: string
}

export interface FaultHistory {
  add: (fault: BundleFault) => void
  /** Faults within the window. */
  recent: () => FaultRecord[]
  /** Those of them that ended a process. */
  ends: () => number
  /** Lengthens the pause before the next start to this time. */
  pause: (ms: number) => void
  /** Time until a process may be started again; 0 or less when it may. */
  pauseLeftMs: () => number
}

const firstPauseMs = 250
const longestPauseMs = 30_000
const mostRemembered = 50

/** Keeps the faults of a bundle; each that ends a process doubles the pause before the next start. */
export function openFaultHistory(windowMs: number, now: () => number): FaultHistory {
  let faults: (FaultRecord & { clock: number; ended: boolean })[] = []
  let pausedUntil = 0

  const within = () => faults.filter(({ clock }) => now() - clock < windowMs)
  const ends = () => within().filter(({ ended }) => ended).length

  return {
    add({ kind, message, endsProcess: ended }) {
      const clock = now()
      faults = [...faults, { kind, message, at: new Date().toISOString(), clock, ended }].slice(
        -mostRemembered,
      )
      if (ended) pausedUntil = clock + Math.min(firstPauseMs * 2 ** (ends() - 1), longestPauseMs)
    },
    recent: () => within().map(({ kind, message, at }) => ({ kind, message, at })),
    ends,
    pause: (ms) => void (pausedUntil = Math.max(pausedUntil, now() + ms)),
    pauseLeftMs: () => pausedUntil - now(),
  }
}
