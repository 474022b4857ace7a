const linesPerSecond = 100
const bytesPerSecond = 128 * 1024
const linesPerCall = 20
const bytesPerCall = 32 * 1024
/** Unused budget accumulates for at most this many seconds. */
const saved = 10

export interface LogBudget {
  /** Takes one line from the budget; returns false when the budget is exhausted. */
  spend: (bytes: number) => boolean
  /** Adds the allowance of one call. */
  earn: () => void
}

/** Limits a bundle's log: a steady rate plus an allowance per call, so that failing calls at high load are not a flood. */
export function openLogBudget(now: () => number = () => performance.now()): LogBudget {
  const most = { lines: linesPerSecond * saved, bytes: bytesPerSecond * saved }
  let lines = most.lines
  let bytes = most.bytes
  let at = now()

  function refill(moreLines: number, moreBytes: number) {
    lines = Math.min(most.lines, lines + moreLines)
    bytes = Math.min(most.bytes, bytes + moreBytes)
  }

  return {
    spend(size) {
      const seconds = (now() - at) / 1000
      at = now()
      refill(seconds * linesPerSecond, seconds * bytesPerSecond)
      lines -= 1
      bytes -= size
      return lines >= 0 && bytes >= 0
    },
    earn: () => refill(linesPerCall, bytesPerCall),
  }
}
