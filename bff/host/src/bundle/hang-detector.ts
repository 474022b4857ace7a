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

type EndedCall = Pick<CallInFlight, 'pending' | 'idleSince' | 'answered'>

/**
 * Returns a function for calls that ended without an answer. A call counts as hung when the host owed the bundle no answer, so that
 * a slow service is not blamed on its caller, and the process answers a ping before an answer to the call, so that a busy machine
 * or host is not either.
 */
export function hangDetector({
  ping,
  onHangs,
  now = () => performance.now(),
}: HangDetectorOptions): (call: EndedCall) => void {
  let hangs: number[] = []

  async function noteIfLoopIsFree(call: EndedCall, endedAt: number): Promise<void> {
    await ping()
    const at = now()
    if (call.answered || at - endedAt > freeLoopMs) return
    hangs = [...hangs.filter((hang) => at - hang < windowMs), at]
    if (hangs.length < hangsPerWindow) return
    onHangs(`${hangs.length} calls within a minute got no answer, although no request of theirs was pending`)
    hangs = []
  }

  return (call) => {
    const endedAt = now()
    if (call.pending === 0 && endedAt - call.idleSince >= hangMs) void noteIfLoopIsFree(call, endedAt)
  }
}
