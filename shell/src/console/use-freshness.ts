import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 5000

/** Refreshes the console regularly, except while a form is in use or the tab is hidden. */
export function useFreshness(): void {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      const busy = document.querySelector('details[data-form][open]') !== null
      if (!busy && document.visibilityState === 'visible') router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router])
}
