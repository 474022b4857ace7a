import { useEffect } from 'react'
import { useSearchLog } from '../use-search-log.ts'

export type OrderNotedProps = {
  /** SKUs of the order. */
  skus: string[]
}

/** Shows nothing. Adds to the search log that what was found was ordered. */
export default function OrderNoted({ skus }: OrderNotedProps) {
  const log = useSearchLog()
  useEffect(() => log(({ logBought }, calls) => logBought(calls, skus)), [log, skus])
  return null
}
