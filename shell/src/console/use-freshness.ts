import { useShell } from '@mallhive/mfe-kit'
import { useEffect } from 'react'

const everyMs = 5000

/** Shows what is new, unless somebody is in the middle of a form or looks elsewhere. */
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
