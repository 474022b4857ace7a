import { useShell } from '@mallhive/mfe-kit'
import { useEffect } from 'react'

const everyMs = 5000

/** Refreshes the console regularly, except while a form is in use or the tab is hidden. */
export function useFreshness(): void {
  const { refresh } = useShell()
  useEffect(() => {
    const timer = setInterval(() => {
      const busy = document.querySelector('details[data-form][open]') !== null
      if (!busy && document.visibilityState === 'visible') refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [refresh])
}
