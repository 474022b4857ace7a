import { useEffect } from 'react'

/** `b` draws which team owns what on this page, and so does `?boundaries` in the address. */
export function useBoundariesKey(): void {
  useEffect(() => {
    if (new URLSearchParams(location.search).has('boundaries')) void toggle()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function onKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const typing =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  if (key === 'b' && !typing && !ctrlKey && !metaKey && !altKey) void toggle()
}

async function toggle() {
  const { toggleBoundaries } = await import('./boundaries.ts')
  toggleBoundaries()
}
