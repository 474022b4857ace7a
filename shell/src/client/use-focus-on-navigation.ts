import { useLayoutEffect, useRef } from 'react'

/** Moves the focus to the content of a new page as soon as it is shown, so that no key press is lost. */
export function useFocusOnNavigation(pathname: string): void {
  const before = useRef(pathname)
  useLayoutEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
