/** Static routing, which Chromium has: https://wicg.github.io/service-worker-static-routing-api/ */
interface RoutedInstallEvent extends ExtendableEvent {
  addRoutes?: (rules: object[]) => Promise<undefined>
}

/**
 * The service worker of the mall. Every document comes from the network; where there is none, the browser gets the offline page.
 * Nothing is stored, so no shopper's page and no superseded page can ever be shown from here. The shell sends the source text of
 * this function, which therefore uses nothing but its parameters.
 * @param offlinePages by the first segment of the addresses of their locale; the default locale's by an empty name
 */
export function serviceWorker(worker: ServiceWorkerGlobalScope, offlinePages: Record<string, string>): void {
  worker.addEventListener('install', (event: RoutedInstallEvent) => {
    // Keeps no state, so that a new version may replace the running one at once.
    void worker.skipWaiting()
    // Only documents need this worker: everything else passes it by without starting it.
    const others = { condition: { not: { requestMode: 'navigate' } }, source: 'network' }
    if (event.addRoutes) event.waitUntil(event.addRoutes([others]).catch(() => undefined))
  })

  // The request of a document starts while the worker starts.
  worker.addEventListener('activate', (event) =>
    event.waitUntil(worker.registration.navigationPreload?.enable()),
  )

  worker.addEventListener('fetch', (event) => {
    const { mode, method } = event.request
    // A form that failed may have arrived: the browser's own page offers to send it again.
    if (mode === 'navigate' && method === 'GET') event.respondWith(documentOf(event))
  })

  async function documentOf(event: FetchEvent): Promise<Response> {
    try {
      const preloaded: Response | undefined = await event.preloadResponse
      return preloaded ?? (await fetch(event.request))
    } catch {
      return offline(event.request.url)
    }
  }

  function offline(url: string): Response {
    const [, segment = ''] = new URL(url).pathname.split('/')
    const page = offlinePages[Object.hasOwn(offlinePages, segment) ? segment : '']
    const policy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
    return new Response(page, { status: 503, headers })
  }
}

/** Sent instead while the service worker is turned off: replaces the running one at once and removes the registration. */
export function unregisterServiceWorker(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('install', () => void worker.skipWaiting())
  worker.addEventListener('activate', (event) => event.waitUntil(worker.registration.unregister()))
}
