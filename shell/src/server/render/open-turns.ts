export interface Turns {
  /** Waits for the next turn, the signal or the time. */
  next: (signal: AbortSignal, mostMs: number) => Promise<void>
  /** Gives the next turns to those that have waited longest. */
  wake: (count: number) => void
}

/** Opens a queue of pages that wait for a free process. */
export function openTurns(): Turns {
  const waiting: PromiseWithResolvers<void>[] = []
  return {
    wake(count) {
      for (const turn of waiting.splice(0, count)) turn.resolve()
    },
    async next(signal, mostMs) {
      const turn = Promise.withResolvers<void>()
      waiting.push(turn)
      const timer = setTimeout(turn.resolve, mostMs)
      signal.addEventListener('abort', () => turn.resolve(), { once: true })
      await turn.promise
      clearTimeout(timer)
      const at = waiting.indexOf(turn)
      if (at >= 0) waiting.splice(at, 1)
    },
  }
}
