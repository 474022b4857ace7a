const linesPerSecond = 100
const bytesPerSecond = 128 * 1024
const linesPerCall = 20
const bytesPerCall = 32 * 1024
/** Seconds of silence that may be made up for at once. */
const saved = 10

export interface LogBudget {
  /** Takes one line from the budget; false when it is spent. */
  spend: (bytes: number) => boolean
  /** A call allows a few lines more. */
  earn: () => void
}

/** How much a bundle may log: a steady rate, and something for each call, so that failing calls at high load are no flood. */
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
