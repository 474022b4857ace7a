import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { RenderFailed } from './render-failed.ts'

export interface Turns {
  /**
   * Does the work when one of the addresses has a turn, of which the first requested it. Others may be added while it waits. Work
   * for no address, such as the execution of a bundle, has the next one.
   * @throws RenderFailed after `mostWaitMs`, the signal's reason when it aborts before the turn
   */
  take: <T>(addresses: ReadonlySet<string>, signal: AbortSignal, work: () => Promise<T>) => Promise<T>
  /** Gives the next turns. Called when a page is done or a process is ready. */
  give: () => void
}

export interface TurnsOptions {
  /** Whether a process has room for a page. */
  hasRoom: () => boolean
  /** Returns the number of pages in progress by address. */
  running: () => ReadonlyMap<string, number>
  /** Pages in progress of one address while there are pages of others. */
  mostOfOne: number
  mostWaitMs: number
  now: () => number
}

interface Waiting {
  addresses: ReadonlySet<string>
  begin: () => void
}

/** An address is no longer alone when pages of two were requested within this time. */
const presentMs = 1000

/**
 * Opens the queue of pages for processes. An address alone may use all room. While there are others, it has `mostOfOne` pages
 * in progress at most, and the address with the fewest has the next turn: a flood by one delays the others by little.
 */
export function openTurns({ hasRoom, running, mostOfOne, mostWaitMs, now }: TurnsOptions): Turns {
  const waiting: Waiting[] = []
  let last: string | undefined
  let sharedAt = Number.NEGATIVE_INFINITY

  function note(address: string): void {
    if (last !== undefined && last !== address) sharedAt = now()
    last = address
  }

  /** Returns the page that has waited longest of the address with the fewest in progress, if that may begin another. */
  function next(): Waiting | undefined {
    const counts = running()
    const countOf = ({ addresses }: Waiting) =>
      addresses.size === 0 ? 0 : Math.min(...[...addresses].map((address) => counts.get(address) ?? 0))
    let least: Waiting | undefined
    for (const one of waiting) if (!least || countOf(one) < countOf(least)) least = one
    const isShared = now() - sharedAt < presentMs
    return least && isShared && countOf(least) >= mostOfOne ? undefined : least
  }

  function give(): void {
    while (hasRoom()) {
      const turn = next()
      if (!turn) return
      waiting.splice(waiting.indexOf(turn), 1)
      turn.begin()
    }
  }

  return {
    give,
    async take(addresses, signal, work) {
      signal.throwIfAborted()
      const [address] = addresses
      if (address !== undefined) note(address)
      const turn = Promise.withResolvers<void>()
      let result: ReturnType<typeof work> | undefined
      // At once, so that the next turn is given with this page in progress.
      const one = { addresses, begin: () => turn.resolve(void (result = work())) }
      waiting.push(one)
      give()
      if (result) return result
      const leave = (reason: unknown) => {
        const at = waiting.indexOf(one)
        if (at < 0) return
        waiting.splice(at, 1)
        turn.reject(reason)
      }
      const abort = () => leave(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      const timer = setTimeout(() => leave(noneFree()), mostWaitMs)
      try {
        await turn.promise
      } finally {
        clearTimeout(timer)
        signal.removeEventListener('abort', abort)
      }
      return result!
    },
  }
}

const noneFree = () => new RenderFailed(new BundleFault('UNRESPONSIVE', 'no render process is free'), false)
