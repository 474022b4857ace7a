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
  enter(key: string, calls: number, waitMs?: number): Promise<Disposable | undefined>
}

export interface NestedInFlightOptions extends Omit<InFlightOptions, 'atOnce'> {
  /** Concurrent calls per member of a group. */
  each: number
  /** Concurrent calls per group. */
  all: number
}

export interface NestedInFlight {
  /** Resolves when the calls may run; undefined as with `InFlight`. `waitMs` covers both waits together. */
  enter(group: string, member: string, calls: number): Promise<Disposable | undefined>
}

/** Bounds the concurrent calls of a group's members, each of which has slots of its own within the group's. */
export function openNestedInFlight({ each, all, ...queue }: NestedInFlightOptions): NestedInFlight {
  const ofMembers = openInFlight({ atOnce: each, ...queue })
  const ofGroups = openInFlight({ atOnce: all, ...queue })
  return {
    async enter(group, member, calls) {
      const until = performance.now() + queue.waitMs
      const own = await ofMembers.enter(`${group} ${member}`, Math.min(calls, each))
      const shared = own && (await ofGroups.enter(group, Math.min(calls, each), until - performance.now()))
      if (!shared) {
        own?.[Symbol.dispose]()
        return undefined
      }
      return {
        [Symbol.dispose]() {
          own[Symbol.dispose]()
          shared[Symbol.dispose]()
        },
      }
    },
  }
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
    async enter(key, asked, mostMs = waitMs) {
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
      const timer = setTimeout(() => resolve(false), mostMs)
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
