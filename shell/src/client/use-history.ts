import type { NavigateOptions } from '@mallhive/mfe-kit'
import {
  addTransitionType,
  useCallback,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import type { DocumentJson } from '../document/document-json.ts'
import { preferencesOf } from '../document/view.ts'
import type { View } from '../document/view.ts'
import { fetchView } from './fetch-view.ts'
import {
  entryKey,
  keepScroll,
  keptScroll,
  newEntryKey,
  noteScroll,
  pushEntry,
  replaceEntry,
} from './history-entry.ts'
import { forgetViews, keepView, keptView } from './kept-views.ts'
import { markNavigated } from './navigation-state.ts'
import { useShownAgain } from './use-shown-again.ts'

/** How a view came to be shown, which decides about its history entry and its scroll position. */
type Move = 'first' | 'push' | 'replace' | 'refresh' | 'traverse'

interface Shown {
  view: View
  /** The key of its history entry. */
  key: string
  move: Move
  hash: string
  /** Whether a new page is shown from its top. */
  scroll: boolean
}

export interface ViewHistory {
  view: View
  /** Whether a view is on its way. */
  isMoving: boolean
  open: (to: URL, options: NavigateOptions, transitionTypes: string[]) => void
  /** Loads the current view and the frame again. */
  refresh: () => void
}

/**
 * Connects the address bar with the shown view. A later move ends an earlier one that is still loading; the address changes
 * when the new view is shown. Back and forward show the kept view at once, where it was.
 */
export function useHistory({
  view: first,
  releases,
  currency,
  sharing,
  consents,
}: DocumentJson): ViewHistory {
  const [shown, setShown] = useState<Shown>(() => ({
    view: first,
    key: newEntryKey(),
    move: 'first',
    hash: '',
    scroll: false,
  }))
  const [isLoading, setLoading] = useState(false)
  const [isPending, startMove] = useTransition()
  const current = useRef(shown)
  const loading = useRef<{ move: Move; controller: AbortController }>(undefined)

  const stop = useCallback(() => {
    loading.current?.controller.abort()
    loading.current = undefined
    setLoading(false)
  }, [])

  const go = useCallback(
    async (
      to: URL,
      next: Pick<Shown, 'key' | 'move' | 'scroll'>,
      { transitionTypes = [], shownAgainWith }: { transitionTypes?: string[]; shownAgainWith?: string } = {},
    ) => {
      stop()
      const controller = new AbortController()
      const { signal } = controller
      loading.current = { move: next.move, controller }
      setLoading(true)
      markNavigated()
      const request = { to, releases, currency, withFrame: next.move === 'refresh', shownAgainWith, signal }
      const outcome = await fetchView(request)
      if (outcome === 'aborted' || outcome === 'leaving' || signal.aborted) return
      stop()
      if (outcome === 'unchanged') return
      // A page that is loaded anew may lead elsewhere.
      const isAnew = next.move === 'refresh' || next.move === 'traverse'
      const isRedirected = isAnew && outcome.view.at !== to.pathname + to.search
      const done = isRedirected ? ({ ...next, move: 'replace', scroll: true } as const) : next
      if (done.move === 'push') noteScroll()
      startMove(() => {
        for (const type of transitionTypes) addTransitionType(type)
        setShown({ ...done, ...outcome })
      })
    },
    [releases, currency, stop],
  )

  const open = useCallback(
    (to: URL, { replace = false, scroll = true }: NavigateOptions, transitionTypes: string[]) => {
      const move = replace || to.href === location.href ? 'replace' : 'push'
      // A new key when replacing too: entries of fragments share their page's, which stays behind them.
      void go(to, { key: newEntryKey(), move, scroll }, { transitionTypes })
    },
    [go],
  )

  const loadAnew = useCallback(
    (shownAgainWith?: string) => {
      forgetViews()
      // A navigation under way brings new data anyway.
      if (loading.current && loading.current.move !== 'refresh') return
      const next = { key: current.current.key, move: 'refresh', scroll: false } as const
      void go(new URL(location.href), next, { shownAgainWith })
    },
    [go],
  )
  const refresh = useCallback(() => loadAnew(), [loadAnew])
  const showAgain = useCallback(() => {
    // The theme changes without a new document.
    loadAnew(preferencesOf({ theme: document.documentElement.dataset['theme'], sharing, consents }))
  }, [loadAnew, sharing, consents])

  // Before layout effects of the new page, which may read the address.
  useInsertionEffect(() => {
    const { key, move, view, hash } = shown
    current.current = shown
    keepView(key, view)
    if (move === 'push') pushEntry(key, view.at + hash)
    if (move === 'replace') replaceEntry(key, view.at + hash)
    if (move === 'first') replaceEntry(key)
  }, [shown])

  useLayoutEffect(() => {
    const { key, move, hash, scroll } = shown
    // The browser restores the position too, but smoothly where the style sheet scrolls smoothly.
    const top = move === 'traverse' ? keptScroll(key) : undefined
    if (top !== undefined) window.scrollTo({ top, behavior: 'instant' })
    if (scroll) scrollTo(hash)
  }, [shown])

  useEffect(() => {
    function onPopState() {
      const to = new URL(location.href)
      const at = to.pathname + to.search
      const key = entryKey()
      const before = current.current
      stop()
      if (key === before.key || (key === undefined && at === before.view.at)) {
        if (key === undefined) replaceEntry(before.key)
        return
      }
      keepScroll(before.key)
      const kept = key === undefined ? undefined : keptView(key, at)
      const next = { key: key ?? newEntryKey(), scroll: false, hash: to.hash }
      markNavigated()
      if (kept) setShown({ ...next, view: kept, move: 'traverse' })
      else void go(to, { ...next, move: 'traverse' })
    }
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [go, stop])

  useShownAgain(showAgain)

  return { view: shown.view, isMoving: isLoading || isPending, open, refresh }
}

/** Scrolls to the element that a fragment names, or to the top. */
function scrollTo(hash: string): void {
  const target = hash ? document.getElementById(idOf(hash)) : null
  if (target) target.scrollIntoView()
  else window.scrollTo({ top: 0, behavior: 'instant' })
}

/** Returns the id that a fragment names. A fragment with a percent sign of its own is an id as it stands. */
function idOf(hash: string): string {
  const fragment = hash.slice(1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
