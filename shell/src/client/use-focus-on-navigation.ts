import { useLayoutEffect, useRef } from 'react'

/**
 * Moves the focus to the content of a new page as soon as it is shown, so that no key press is lost. A field of the frame keeps it:
 * something is being typed there.
 */
export function useFocusOnNavigation(pathname: string): void {
  const before = useRef(pathname)
  useLayoutEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const main = document.getElementById('main')
    const focused = document.activeElement
    if (focused?.matches('input, textarea') && !main?.contains(focused)) return
    main?.focus({ preventScroll: true })
  }, [pathname])
}
