import type { CallTime } from './call-time.ts'

/** A call that ended early hung when the bundle alone had held it up for this long, and for most of its time. */
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
 * Returns a function for calls that ended without an answer. A call counts as hung when the host owed the bundle no answer for
 * most of its time, so that a slow service is not blamed on its caller, and the process answers a ping at once, so that a busy
 * machine or host is not either.
 */
export function hangDetector({
  ping,
  onHangs,
  now = () => performance.now(),
}: HangDetectorOptions): (time: CallTime) => void {
  let hangs: number[] = []

  async function noteIfLoopIsFree(endedAt: number): Promise<void> {
    await ping()
    const at = now()
    if (at - endedAt > freeLoopMs) return
    hangs = [...hangs.filter((hang) => at - hang < windowMs), at]
    if (hangs.length < hangsPerWindow) return
    onHangs(
      `${hangs.length} calls within a minute got no answer, although the host owed them nothing for most of the time`,
    )
    hangs = []
  }

  return (time) => {
    const { ownMs, tookMs } = time.read()
    if (ownMs >= hangMs && ownMs > tookMs / 2) void noteIfLoopIsFree(now())
  }
}
