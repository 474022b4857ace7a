import type { Locale } from '@mallhive/contracts/locales'
import type { Log } from '@mallhive/process-kit/telemetry'
import { domainError } from '../reasons.ts'
import type { Amendment, ProductDocument } from './document.ts'
import type { IndexQuery, ProductIndex, SuggestRequest } from './port.ts'

export interface Faults {
  /** Whether an error says that the engine is down, hangs or takes no writes. */
  isDown: (error: unknown) => boolean
  /** Whether an error of a healthy engine says that a request took too long. */
  isTooSlow?: (error: unknown) => boolean
}

/**
 * Returns the index with refusals, UNAVAILABLE, in place of errors of an engine that does not answer; a shopper's text that takes
 * too long is TOO_SLOW. The first error of an operation is logged, and its end.
 */
export function refuseWhileDown(
  index: ProductIndex,
  { isDown, isTooSlow = () => false }: Faults,
  log: Pick<Log, 'info' | 'warn'>,
): ProductIndex {
  const guard = <A extends unknown[], T>(
    operation: string,
    run: (...args: A) => Promise<T>,
    isOfText: (...args: A) => boolean = () => false,
  ) => {
    let isRefused = false
    return async (...args: A): Promise<T> => {
      try {
        const answer = await run(...args)
        if (isRefused) log.info({ operation }, 'the engine of the index answers again')
        isRefused = false
        return answer
      } catch (error) {
        if (isTooSlow(error) && isOfText(...args)) throw domainError('TOO_SLOW', 'the text takes too long')
        if (!isDown(error)) throw error
        if (!isRefused) log.warn({ err: error, operation }, 'the engine of the index does not answer')
        isRefused = true
        throw domainError('UNAVAILABLE', 'the engine of the index does not answer')
      }
    }
  }
  return {
    put: guard('put', (documents: ProductDocument[]) => index.put(documents)),
    remove: guard('remove', (products: { id: string; revision: number }[]) => index.remove(products)),
    amend: guard('amend', (products: Amendment[]) => index.amend(products)),
    search: guard(
      'search',
      (query: IndexQuery) => index.search(query),
      ({ structured }) => structured !== undefined,
    ),
    suggest: guard(
      'suggest',
      (request: SuggestRequest) => index.suggest(request),
      () => true,
    ),
    vocabulary: guard('vocabulary', async (locale: Locale) => {
      // All words may take longer than a search waits for an engine that hangs: a short question comes first.
      await index.isFilled()
      return index.vocabulary(locale)
    }),
    isFilled: guard('isFilled', () => index.isFilled()),
    rebuild: () => index.rebuild(),
    settled: () => index.settled(),
  }
}
