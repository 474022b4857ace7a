import { setTimeout as delay } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { madeBy } from './code-hash.ts'

const pauseMs = 1_000
const longestPauseMs = 30_000

/**
 * Fills an index that was never filled, or that other code has made, in the background: the catalogue may start later than this
 * service. Ends when a rebuild has succeeded.
 */
export function startFilling({
  engine,
  rebuilder,
  log,
}: Pick<Deps, 'engine' | 'rebuilder' | 'log'>): AsyncDisposable {
  const stop = new AbortController()
  const fill = async () => {
    for (let restMs = pauseMs; !stop.signal.aborted; restMs = Math.min(restMs * 2, longestPauseMs)) {
      try {
        const last = await rebuilder.lastGood()
        if (last?.madeBy === madeBy(engine)) return
        await rebuilder.start()
      } catch (error) {
        log.warn({ err: error }, 'the index cannot be filled yet, retrying')
      }
      await delay(restMs, undefined, { signal: stop.signal, ref: false }).catch(() => {})
    }
  }
  const filling = fill()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await filling
    },
  }
}
