interface Line {
  running: number
  waiting: { calls: number; admit: () => void }[]
}

export interface InFlightOptions {
  /** Concurrent calls per key. */
  atOnce: number
  /** Queued requests per key. */
  waiting: number
  waitMs: number
}

export interface InFlight {
  /** Resolves when the calls may run, which end when disposed; undefined when the queue is full or the wait timed out. */
  enter(key: string, calls: number): Promise<Disposable | undefined>
}

/**
 * Bounds the concurrent calls of one key in this process. Others queue, first in first out, so that a page with many parallel
 * calls gets all of them. Written here because libraries bound rates per key, or concurrency without keys.
 */
export function openInFlight({ atOnce, waiting, waitMs }: InFlightOptions): InFlight {
  const lines = new Map<string, Line>()

  function admitNext(key: string, line: Line): void {
    for (let [next] = line.waiting; next && line.running + next.calls <= atOnce; [next] = line.waiting) {
      line.waiting.shift()
      line.running += next.calls
      next.admit()
    }
    if (line.running === 0 && line.waiting.length === 0) lines.delete(key)
  }

  function turn(key: string, line: Line, calls: number): Disposable {
    let left = false
    return {
      [Symbol.dispose]() {
        if (left) return
        left = true
        line.running -= calls
        admitNext(key, line)
      },
    }
  }

  return {
    async enter(key, asked) {
      // A batch longer than the limit runs alone.
      const calls = Math.min(asked, atOnce)
      const line = lines.get(key) ?? { running: 0, waiting: [] }
      lines.set(key, line)
      if (line.waiting.length === 0 && line.running + calls <= atOnce) {
        line.running += calls
        return turn(key, line, calls)
      }
      if (line.waiting.length >= waiting) return undefined
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const waiter = { calls, admit: () => resolve(true) }
      line.waiting.push(waiter)
      const timer = setTimeout(() => resolve(false), waitMs)
      const admitted = await promise
      clearTimeout(timer)
      if (admitted) return turn(key, line, calls)
      // Already out of the queue if admitted at the moment the wait timed out.
      const at = line.waiting.indexOf(waiter)
      if (at < 0) return turn(key, line, calls)
      line.waiting.splice(at, 1)
      admitNext(key, line)
      return undefined
    },
  }
}
