import { liveLocales } from '@mallhive/contracts/locales'
import type { Deps } from './deps.ts'

/** Leaves the first seconds to the start of other parts. */
const afterMs = 3_000

/** Opens the lexicons of the languages that shoppers may choose, so that the first search does not wait for them. */
export function startPreparing({ understanding, log }: Pick<Deps, 'understanding' | 'log'>): Disposable {
  const prepare = async () => {
    for (const locale of liveLocales)
      // oxlint-disable-next-line no-await-in-loop -- one after the other takes less memory
      await understanding.prepare(locale)
  }
  const timer = setTimeout(() => {
    prepare().catch((error: unknown) => log.warn({ err: error }, 'a lexicon cannot be opened yet'))
  }, afterMs)
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}
