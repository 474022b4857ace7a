import type { CallInFlight } from './calls-in-flight.ts'

/** A call that ended early hung when the bundle alone had held it up for this long. */
const hangMs = 2000
/** A slower answer to a ping means that the machine is busy, or that the loop is blocked, which `limitChecker` detects. */
const freeLoopMs = 1000
const windowMs = 60_000
const hangsPerWindow = 3

export interface HangDetectorOptions {
  ping: () => Promise<void>
  /** Called when the bundle has hung repeatedly. */
  onHangs: (message: string) => void
  now?: () => number
}

/**
 * Returns a function for calls that ended without an answer. A call counts as hung when the host owed the bundle no answer, so
 * that a slow service is not blamed on its caller, and the process still answers a ping, so that a busy machine is not either.
 */
export function hangDetector({
  ping,
  onHangs,
  now = () => performance.now(),
}: HangDetectorOptions): (call: Pick<CallInFlight, 'pending' | 'idleSince'>) => void {
  let hangs: number[] = []

  async function noteIfLoopIsFree(endedAt: number): Promise<void> {
    await ping()
    const at = now()
    if (at - endedAt > freeLoopMs) return
    hangs = [...hangs.filter((hang) => at - hang < windowMs), at]
    if (hangs.length < hangsPerWindow) return
    onHangs(`${hangs.length} calls within a minute got no answer, although no request of theirs was pending`)
    hangs = []
  }

  return ({ pending, idleSince }) => {
    const endedAt = now()
    if (pending === 0 && endedAt - idleSince >= hangMs) void noteIfLoopIsFree(endedAt)
  }
}
