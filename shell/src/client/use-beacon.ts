import { matchRoute } from '@mallhive/mfe-kit/route-table'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { useEffect } from 'react'
import { journal, noteThrown } from './beacon-journal.ts'

const afterLoadMs = 2000

/**
 * Starts the beacon in a share of documents. A first load only adds listeners: the beacon's code loads when the page is idle,
 * or at the first error.
 * @param rate the share of documents; 0 when the shopper or the mall wants no reports
 */
export function useBeacon(rate: number, releases: Record<string, AssignedRelease>, pathname: string): void {
  useEffect(() => {
    const page = matchRoute(releases, pathname)?.name
    // The first page was shown before any script ran.
    journal.pages.push({ page, sinceMs: journal.pages.length === 0 ? 0 : performance.now() })
  }, [releases, pathname])

  useEffect(() => {
    if (Math.random() >= rate) return undefined
    const listening = new AbortController()
    const { signal } = listening
    const open = once(async () => {
      const { openBeacon } = await import('./beacon.ts')
      const versions = Object.values(releases).map(({ name, version }) => [name, version])
      openBeacon({ rate, releases: Object.fromEntries(versions) })
    })
    journal.onThrown = open
    if (journal.thrown.length > 0) open()
    window.addEventListener('error', (event) => noteThrown({ error: event.error, where: event.filename }), {
      signal,
    })
    window.addEventListener('unhandledrejection', ({ reason }) => noteThrown({ error: reason }), { signal })
    const whenLoaded = () => setTimeout(open, afterLoadMs)
    if (document.readyState === 'complete') whenLoaded()
    else window.addEventListener('load', whenLoaded, { signal })
    return () => listening.abort()
  }, [rate, releases])
}

/** Ignores errors: telemetry must never affect the page. */
function once(work: () => Promise<void>): () => void {
  let started = false
  return () => {
    if (started) return
    started = true
    work().catch(() => {})
  }
}
