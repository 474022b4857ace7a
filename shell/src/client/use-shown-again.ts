import { useBrowserEvent } from '@mallhive/mfe-kit'
import { useEffect, useRef } from 'react'
import { forgetViews } from './kept-views.ts'

/**
 * Loads anew what the browser shows again on Back and Forward: cart, session and prices may have changed since. A document in
 * which the session has changed is not shown again: it is hidden when it is left, and loaded anew.
 */
export function useShownAgain(loadAnew: () => void): void {
  const hadOtherSession = useRef(false)

  useBrowserEvent('session:changed', () => {
    hadOtherSession.current = true
    // Kept views may be another visitor's.
    forgetViews()
    // The tab in which the session has changed goes on by itself.
    if (document.hidden) loadAnew()
  })

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening

    function onPageHide({ persisted }: PageTransitionEvent) {
      if (persisted && hadOtherSession.current) document.documentElement.hidden = true
    }

    function onPageShow({ persisted }: PageTransitionEvent) {
      if (!persisted) return
      if (hadOtherSession.current) location.reload()
      else loadAnew()
    }

    window.addEventListener('pagehide', onPageHide, { signal })
    window.addEventListener('pageshow', onPageShow, { signal })
    if (isOfBrowserCache()) loadAnew()
    return () => listening.abort()
  }, [loadAnew])
}

/** Whether Back or Forward has taken this document from the browser's cache, which may be hours old: no event tells of it. */
function isOfBrowserCache(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return (
    loaded instanceof PerformanceNavigationTiming &&
    loaded.type === 'back_forward' &&
    loaded.transferSize === 0
  )
}
