import { fileUrl } from '../release.ts'
import type { SharedModules } from './container.ts'
import { createHost } from './create-host.ts'
import type { MallHost } from './create-host.ts'

export interface BrowserHostOptions {
  shared: SharedModules
  /**
   * Whether a load may reject. During hydration it must not: React would replace the server's HTML by the fallback, but
   * keeps it while the promise is pending.
   */
  mayFail: () => boolean
}

const retryDelaysMs = [300, 1000, 3000, 8000]

/**
 * Returns the host of a document. Failed loads are retried four times, then every 30 s for as long as they must not
 * reject (`mayFail`).
 */
export function createBrowserHost({ shared, mayFail }: BrowserHostOptions): MallHost {
  return createHost({
    shared,
    container: (release) => import(/* webpackIgnore: true */ fileUrl(release, release.web)),
    attempt: async (load) => {
      for (let failures = 0; ; failures++) {
        try {
          // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
          return await load()
        } catch (error) {
          if (failures >= retryDelaysMs.length && mayFail()) throw error
          // oxlint-disable-next-line no-await-in-loop
          await sleep(retryDelaysMs[failures] ?? 30_000)
        }
      }
    },
  })
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
