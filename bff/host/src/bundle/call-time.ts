export interface CallTime {
  /** Notes a request of the bundle that the host has to answer. */
  asked: () => void
  answered: () => void
  /** Duration of the call, and the part of it in which the host owed the bundle no answer. */
  read: () => { tookMs: number; ownMs: number }
}

/**
 * Measures for how long a bundle alone held up a call. The time is summed up, so that answered requests postpone nothing, and
 * slow services do not count.
 */
export function openCallTime(now: () => number = () => performance.now()): CallTime {
  const openedAt = now()
  let pending = 0
  let owedSince = 0
  let owedMs = 0

  return {
    asked() {
      if (pending++ === 0) owedSince = now()
    },
    answered() {
      if (--pending === 0) owedMs += now() - owedSince
    },
    read() {
      const tookMs = now() - openedAt
      return { tookMs, ownMs: tookMs - owedMs - (pending > 0 ? now() - owedSince : 0) }
    },
  }
}
