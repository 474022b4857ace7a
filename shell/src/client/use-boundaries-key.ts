import { useEffect } from 'react'

/** Toggles the outlines of team boundaries by the key `b`; `?boundaries` in the address shows them. */
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
