import { useEffect } from 'react'

/** Registers the service worker once the page has loaded. Without storage or permission the page works as before. */
export function useServiceWorker(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined
    const listening = new AbortController()
    const register = () => {
      navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => {})
    }
    if (document.readyState === 'complete') register()
    else window.addEventListener('load', register, { signal: listening.signal })
    return () => listening.abort()
  }, [])
}
