import { matchRoute } from '@mallhive/mfe-kit/route-table'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { useEffect } from 'react'
import { journal, noteThrown } from './beacon-journal.ts'

const afterLoadMs = 2000

/**
 * Lets a share of documents tell how they fare. All that a first load pays for it are these listeners: the rest comes
 * when the page has been quiet for a while, or as soon as something throws.
 * @param rate that share; 0 when this shopper or the mall wants none
 */
export function useBeacon(rate: number, releases: Record<string, AssignedRelease>, pathname: string): void {
  useEffect(() => {
    const page = matchRoute(releases, pathname)?.name
    // The first page is shown since before there was any script.
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

/** Whatever goes wrong with telling is nobody's business. */
function once(work: () => Promise<void>): () => void {
  let started = false
  return () => {
    if (started) return
    started = true
    work().catch(() => {})
  }
}
