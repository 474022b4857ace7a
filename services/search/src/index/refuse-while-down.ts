import type { Locale } from '@mallhive/contracts/locales'
import type { Log } from '@mallhive/process-kit/telemetry'
import { domainError } from '../reasons.ts'
import type { ProductDocument } from './document.ts'
import type { IndexQuery, ProductIndex, SuggestRequest } from './port.ts'

/**
 * Returns the index with refusals, UNAVAILABLE, in place of errors which say that its engine is down, hangs or takes no writes. The
 * first of such errors of an operation is logged, and its end.
 */
export function refuseWhileDown(
  index: ProductIndex,
  isDown: (error: unknown) => boolean,
  log: Pick<Log, 'info' | 'warn'>,
): ProductIndex {
  const guard = <A extends unknown[], T>(operation: string, run: (...args: A) => Promise<T>) => {
    let isRefused = false
    return async (...args: A): Promise<T> => {
      try {
        const answer = await run(...args)
        if (isRefused) log.info({ operation }, 'the engine of the index answers again')
        isRefused = false
        return answer
      } catch (error) {
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
    restock: guard('restock', (products: { id: string; inStock: boolean }[]) => index.restock(products)),
    search: guard('search', (query: IndexQuery) => index.search(query)),
    suggest: guard('suggest', (request: SuggestRequest) => index.suggest(request)),
    vocabulary: guard('vocabulary', (locale: Locale) => index.vocabulary(locale)),
    isFilled: guard('isFilled', () => index.isFilled()),
    rebuild: () => index.rebuild(),
    settled: () => index.settled(),
  }
}
