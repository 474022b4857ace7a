import { splitLocale } from '@mallhive/contracts/locales'
import { awakeAttribute } from './remote.tsx'
import { noteEdits } from './soft-reload/edited.ts'
import type { Field, Kept } from './soft-reload/kept.ts'

/** sessionStorage key of the form input that a document keeps for the next one. */
const keptKey = 'mall:typed'
const reloadedKey = 'mall:reloaded'

/** Minimum time between two reloads: an earlier one would not help. */
const pauseMs = 10_000

/** Time within which the next document must come: input of a document that never came is not for another visitor. */
const keptForMs = 60_000

export interface SoftReloadOptions {
  /** For development: reloads without the minimum pause, and reports nothing. */
  quiet?: boolean
}

interface KeptForNext extends Omit<Kept, 'scrollY'>, SoftReloadOptions {
  /** The page of the input, in any language. */
  page: string
  until: number
  scrollY?: number
}

let reloading = false

/**
 * Reloads the document and keeps form input, scroll position and focus. Does nothing within ten seconds of the last
 * reload, and returns false: a partly working page is better than an endless loop.
 */
export async function softReload({ quiet = false }: SoftReloadOptions = {}): Promise<boolean> {
  if (reloading) return true
  if (!quiet && !noteReload()) return false
  reloading = true
  try {
    await keepForNext({ quiet })
    // Otherwise the browser restores its own scroll position, before or after `putBack`.
    history.scrollRestoration = 'manual'
  } finally {
    location.reload()
  }
  return true
}

/**
 * Stores the time of a reload. Returns false within the pause, and where nothing is stored, because a reload could follow the
 * other for ever.
 */
function noteReload(): boolean {
  const storage = sessionStore()
  if (!storage || Date.now() - Number(storage.getItem(reloadedKey)) < pauseMs) return false
  try {
    storage.setItem(reloadedKey, String(Date.now()))
    return true
  } catch {
    return false
  }
}

/** Keeps the form input for the next document, which shows the same page from its top, in another language or currency or after a choice about reports. */
export const keepInput = (): Promise<void> => keepForNext({ quiet: true, scrollY: undefined })

async function keepForNext(options: Partial<KeptForNext>): Promise<void> {
  const storage = sessionStore()
  if (!storage) return
  const { keepTyped } = await import('./soft-reload/keep-typed.ts')
  const kept: KeptForNext = {
    ...keepTyped(),
    page: shownPage(),
    until: Date.now() + keptForMs,
    ...options,
  }
  storage.setItem(keptKey, JSON.stringify(kept))
}

/** Returns the page of the address, however its query is written, and without the answer to an earlier form. */
function shownPage(): string {
  const search = new URLSearchParams(location.search)
  search.delete('flash')
  return `${splitLocale(location.pathname).path}?${search}`
}

/**
 * Restores the form input of the previous document, as the remotes around it hydrate. Resolves when all is restored
 * (`lost: 0`) or the time is up; with undefined when there was none, or for a quiet reload.
 */
export async function afterSoftReload(): Promise<{ lost: number } | undefined> {
  const storage = sessionStore()
  const text = storage?.getItem(keptKey) ?? null
  if (text === null) return undefined
  storage?.removeItem(keptKey)
  afterLoad(() => (history.scrollRestoration = 'auto'))
  const kept: KeptForNext = JSON.parse(text)
  if (kept.page !== shownPage() || Date.now() > kept.until) return undefined
  const { putBack } = await import('./soft-reload/put-back.ts')
  // The browser's own scroll position was computed before the page was complete.
  if (kept.scrollY !== undefined) scrollTo({ top: kept.scrollY, behavior: 'instant' })
  const lost = await putBack(kept)
  return kept.quiet ? undefined : { lost }
}

/**
 * Keeps what is typed before hydration. React renders a remote anew when an extension has inserted elements into its HTML,
 * and would lose it; the fields that it has replaced still hold their input.
 */
export function keepEarlyInput(): void {
  noteEdits()
  const fields = document.querySelectorAll<Field>('input, textarea, select')
  const found = new AbortController()

  async function keep() {
    found.abort()
    const [{ keepTyped }, { putBack }] = await Promise.all([
      import('./soft-reload/keep-typed.ts'),
      import('./soft-reload/put-back.ts'),
    ])
    await putBack(keepTyped(fields))
  }

  const listening = { capture: true, signal: found.signal }
  document.addEventListener('input', ({ target }) => void (isAsleep(target) && keep()), listening)
  if ([...fields].some((field) => 'defaultValue' in field && field.value !== field.defaultValue)) void keep()
}

const isAsleep = (target: EventTarget | null) =>
  target instanceof Element && target.closest(`mall-remote:not([${awakeAttribute}])`) !== null

/** Returns the session storage; undefined where the browser blocks it. */
function sessionStore(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}

/** Calls `run` after the load event and the browser's own scroll restoration. */
function afterLoad(run: () => void): void {
  if (document.readyState === 'complete') run()
  else addEventListener('load', () => setTimeout(run), { once: true })
}
