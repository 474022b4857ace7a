import { setTimeout as delay } from 'node:timers/promises'
import type { Deps } from '../deps.ts'
import { madeBy } from './code-hash.ts'

const pauseMs = 1_000
const longestPauseMs = 30_000

/**
 * Rebuilds an index that was never filled, that other code has made, or whose engine has lost it, in the background. The catalogue
 * may start later than this service, and an engine may come back empty. What other code makes later is left as it is: two
 * releases side by side would rebuild in turns.
 */
export function keepFilled(
  { engine, isFilled: isHeld, rebuilder, log }: Pick<Deps, 'engine' | 'isFilled' | 'rebuilder' | 'log'>,
  { checkEveryMs = 10_000 } = {},
): AsyncDisposable {
  const stop = new AbortController()
  const own = madeBy(engine)
  let atStart: string | undefined
  let isMade = false
  const isMadeByOwn = async () => {
    const last = await rebuilder.lastGood()
    atStart ??= last?.id ?? ''
    return last?.madeBy === own || ((await rebuilder.lastGood(own))?.id ?? '') > atStart
  }
  const fill = async () => {
    for (let restMs = pauseMs; !stop.signal.aborted;) {
      let isFilled = false
      try {
        isMade ||= await isMadeByOwn()
        isFilled = isMade && (await isHeld(true))
        if (!isFilled) await rebuilder.start()
      } catch (error) {
        log.warn({ err: error }, 'the index cannot be filled yet, retrying')
      }
      await delay(isFilled ? checkEveryMs : restMs, undefined, { signal: stop.signal, ref: false }).catch(
        () => {},
      )
      restMs = isFilled ? pauseMs : Math.min(restMs * 2, longestPauseMs)
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
