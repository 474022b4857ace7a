import { setTimeout as delay } from 'node:timers/promises'
import { defaultCurrency } from '@mallhive/contracts/currencies'
import { defaultLocale } from '@mallhive/contracts/locales'
import type { Deps } from '../deps.ts'

const pauseMs = 1_000
const longestPauseMs = 30_000

/** Fills an index without products, in the background: the catalogue may start later than this service. */
export function startFilling({
  index,
  rebuilder,
  log,
}: Pick<Deps, 'index' | 'rebuilder' | 'log'>): AsyncDisposable {
  const stop = new AbortController()
  const isEmpty = async () => {
    const all = { locale: defaultLocale, currency: defaultCurrency, filters: [] }
    const { total } = await index.search({ ...all, sort: 'newest', size: 1, cursor: '' })
    return total === 0
  }
  let begun = ''
  const fill = async () => {
    for (let restMs = pauseMs; !stop.signal.aborted; restMs = Math.min(restMs * 2, longestPauseMs)) {
      try {
        const last = await rebuilder.last()
        const isFilled = last?.id === begun && last.finishedAt && !last.failure
        if (isFilled || !(await isEmpty())) return
        ;({ id: begun } = await rebuilder.start())
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
