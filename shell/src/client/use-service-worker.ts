import { useEffect } from 'react'

/** Registers the service worker once the page has loaded. */
export function useServiceWorker(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined
    const listening = new AbortController()
    const whenLoaded = () => void register()
    if (document.readyState === 'complete') whenLoaded()
    else window.addEventListener('load', whenLoaded, { signal: listening.signal })
    return () => listening.abort()
  }, [])
}

/** Without storage or permission, where browsers refuse or throw, the page works without a worker. */
async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
  } catch {}
}
