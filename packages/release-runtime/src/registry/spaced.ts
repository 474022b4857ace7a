import { setTimeout as pause } from 'node:timers/promises'

/**
 * Returns a function that runs `run` at most once in `gapMs`, however often it is called. A call gets the result of a run that
 * begins after it; calls within the gap wait for the next run and share it.
 */
export function spaced<T>(gapMs: number, run: () => Promise<T>): () => Promise<T> {
  let next: Promise<T> | undefined
  let freeAt = -Infinity

  async function runNext(): Promise<T> {
    const waitMs = freeAt - performance.now()
    await (waitMs > 0 ? pause(waitMs) : undefined)
    next = undefined
    freeAt = performance.now() + gapMs
    return run()
  }
  return () => (next ??= runNext())
}
