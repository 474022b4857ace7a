interface Line {
  running: number
  waiting: { calls: number; admit: () => void }[]
}

export interface InFlightOptions {
  /** Calls of one key that run at once. */
  atOnce: number
  /** Further requests of the key that wait for them. */
  waiting: number
  waitMs: number
}

export interface InFlight {
  /** Resolves when the calls may run, until disposed of; or undefined when too many wait or the wait was too long. */
  enter(key: string, calls: number): Promise<Disposable | undefined>
}

/**
 * Bounds how many calls of one key this process runs at once. Others wait in line, first come first served, so that a page
 * which asks for much at once gets all of it. Ours, because libraries bound rates by key or concurrency without one.
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
      // A batch that is longer than all of the room runs alone.
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
      // Admitted in the very moment in which the wait ended: the place in line is gone then.
      const at = line.waiting.indexOf(waiter)
      if (at < 0) return turn(key, line, calls)
      line.waiting.splice(at, 1)
      admitNext(key, line)
      return undefined
    },
  }
}
