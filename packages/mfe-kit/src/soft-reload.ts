import type { Kept } from './soft-reload/kept.ts'

/** Where a document leaves what was typed for the one that follows it. Of this tab only. */
const keptKey = 'mall:typed'
const reloadedKey = 'mall:reloaded'

/** Sooner than this a second reload would not help either. */
const pauseMs = 10_000

export interface SoftReloadOptions {
  /** Somebody develops: reload as often as it takes, and say nothing about it. */
  quiet?: boolean
}

let reloading = false

/**
 * Loads the document anew without losing what was typed, where the page was scrolled and what had the focus.
 * Does nothing when that was just tried: a page that works half is better than one that reloads for ever.
 */
export async function softReload({ quiet = false }: SoftReloadOptions = {}): Promise<void> {
  const last = Number(sessionStorage.getItem(reloadedKey))
  if (reloading || (!quiet && Date.now() - last < pauseMs)) return
  reloading = true
  try {
    const { keepTyped } = await import('./soft-reload/keep-typed.ts')
    sessionStorage.setItem(keptKey, JSON.stringify({ ...keepTyped(), quiet }))
    // The browser would scroll by itself as well, to where it thinks that was, before or after `putBack`.
    history.scrollRestoration = 'manual'
    if (!quiet) sessionStorage.setItem(reloadedKey, String(Date.now()))
  } finally {
    location.reload()
  }
}

/**
 * Puts back what the document before this one left, as the remotes it belongs to wake up. Answers once, when all is back
 * (`lost: 0`) or will not come; undefined when nothing was left, or nobody should hear of it.
 */
export async function afterSoftReload(): Promise<{ lost: number } | undefined> {
  const text = sessionStorage.getItem(keptKey)
  if (text === null) return undefined
  sessionStorage.removeItem(keptKey)
  afterLoad(() => (history.scrollRestoration = 'auto'))
  const kept: Kept & SoftReloadOptions = JSON.parse(text)
  if (kept.path !== location.pathname + location.search) return undefined
  const { putBack } = await import('./soft-reload/put-back.ts')
  const lost = await putBack(kept)
  return kept.quiet ? undefined : { lost }
}

/** Runs it when the browser is through with loading, and with scrolling by itself. */
function afterLoad(run: () => void): void {
  if (document.readyState === 'complete') run()
  else addEventListener('load', () => setTimeout(run), { once: true })
}
