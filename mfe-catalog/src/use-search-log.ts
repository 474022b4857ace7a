import { useShell } from '@mallhive/mfe-kit'
import { useCallback } from 'react'
import { bff } from './bff.ts'
import type * as searchLog from './search-log.ts'

type Note = (log: typeof searchLog, calls: searchLog.LogCalls) => void

/** Returns what logs something of a search. Its code loads, and something is sent, only when the shopper has agreed. */
export function useSearchLog(): (note: Note) => void {
  const { consents } = useShell()
  const calls = bff.useCalls()
  const isAgreed = consents?.includes('searches')
  return useCallback(
    (note) => {
      if (!isAgreed) return
      void import(/* webpackChunkName: "search-log" */ './search-log.ts').then(
        (log) => note(log, calls),
        () => {},
      )
    },
    [calls, isAgreed],
  )
}
