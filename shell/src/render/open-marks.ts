import { AsyncLocalStorage } from 'node:async_hooks'

/** The page and the release that code runs for. */
interface Owner {
  id: number
  release: string
}

export interface Marks {
  /** Runs work of a release. Its timers and continuations are the release's too. */
  run: <T>(owner: Owner, work: () => T) => T
  /**
   * Runs work of a release in a turn of the event loop of its own: promises of it that never end keep any other release from
   * being marked after it.
   */
  runAlone: <T>(owner: Owner, work: () => Promise<T>) => Promise<T>
  /** Returns the release whose work runs; an empty string for none. */
  release: () => string
  /** Marks the release that renders. */
  set: (owner: Owner) => void
  /** Returns a function that runs a callback of the present owner later. */
  bind: <A extends unknown[]>(callback: (...args: A) => unknown) => (...args: A) => unknown
}

/** Runs a callback in a turn of its own. Taken before code of teams runs, and before `markTimers` replaces it. */
export const nextTurn = setImmediate

/**
 * Marks which release runs, before it runs: the host reads the mark when the process blocks or ends.
 * @param write writes `<page> <release>`; the page is 0 outside of any
 */
export function openMarks(write: (mark: string) => void): Marks {
  const owners = new AsyncLocalStorage<Owner>()
  let current: Owner = { id: 0, release: '' }

  function set(owner: Owner): void {
    if (owner.id === current.id && owner.release === current.release) return
    current = owner
    // Without a release the kit works.
    if (owner.release) write(`${owner.id} ${owner.release}`)
  }

  const run: Marks['run'] = (owner, work) =>
    owners.run(owner, () => {
      set(owner)
      return work()
    })

  return {
    set,
    release: () => owners.getStore()?.release ?? '',
    run,
    async runAlone(owner, work) {
      await new Promise<void>((resolve) => nextTurn(resolve))
      return run(owner, work)
    },
    bind(callback) {
      const store = owners.getStore()
      // What renders is known by its mark only.
      const owner = store && (store.release || store.id !== current.id) ? store : current
      return (...args) => {
        if (owner.release) set(owner)
        return callback(...args)
      }
    },
  }
}

/** Makes timers that code of teams starts mark their release. */
export function markTimers({ bind }: Pick<Marks, 'bind'>): void {
  for (const name of ['setTimeout', 'setInterval', 'setImmediate'] as const) {
    const original: object = globalThis[name]
    Reflect.set(globalThis, name, (callback: unknown, ...rest: unknown[]) => {
      const marked = typeof callback === 'function' ? bind((...args) => callback(...args)) : callback
      return Reflect.apply(original as () => void, undefined, [marked, ...rest])
    })
  }
}
