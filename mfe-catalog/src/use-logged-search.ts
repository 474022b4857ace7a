import type { ListView } from '@mallhive/bff-catalog/router'
import { useCallback, useEffect } from 'react'
import { isNarrowed } from './list-address.ts'
import type { ListAddress } from './list-address.ts'
import { isScoped } from './list-scope.ts'
import { useSearchLog } from './use-search-log.ts'

/**
 * Logs a search and which of its products are opened. Its filters and further pages are no searches of their own;
 * a search inside a category or shop is not logged, nor is what comes of it.
 * @param list undefined when there was no answer
 * @returns what logs that a product of it was put in the cart
 */
export function useLoggedSearch(address: ListAddress, list: ListView | undefined): (sku: string) => void {
  const log = useSearchLog()
  const { verbatim = false } = address
  const query = isScoped(address) ? undefined : address.query
  const isWhole = !isNarrowed(address) && !address.page && !address.cursor
  const total = list?.total
  const before = list?.before ?? 0
  const { corrected = [], shown } = list?.understood ?? {}
  const correctedTo = corrected.length > 0 ? shown : undefined
  useEffect(() => {
    if (!query || total === undefined) return undefined
    const left = new AbortController()
    log(({ logSearch, watchOpened }, calls) => {
      if (isWhole) logSearch(calls, { query, verbatim, total, correctedTo })
      watchOpened(calls, { query, verbatim }, before, left.signal)
    })
    return () => left.abort()
  }, [log, query, verbatim, isWhole, total, before, correctedTo])
  return useCallback(
    (sku) => {
      if (query) log(({ logAdded }, calls) => logAdded(calls, sku, { query, verbatim }))
    },
    [log, query, verbatim],
  )
}
