import { readFileSync } from 'node:fs'
import { serviceWorker, unregisterServiceWorker } from '../../service-worker/service-worker.ts'

const offlinePage = readFileSync(new URL('../../service-worker/offline.html', import.meta.url), 'utf8')

const scripts = {
  on: `(${serviceWorker.toString()})(self, ${JSON.stringify(offlinePage)})\n`,
  off: `(${unregisterServiceWorker.toString()})(self)\n`,
}

/** Returns the text of `/service-worker.js`: the service worker, or while it is off a script that removes it from the browser. */
export const serviceWorkerScript = (state: 'on' | 'off' = 'off'): string => scripts[state]
