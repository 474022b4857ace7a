import { fileUrl } from '../release.ts'
import type { SharedModules } from './container.ts'
import { createHost } from './create-host.ts'
import type { MallHost } from './create-host.ts'

export interface BrowserHostOptions {
  shared: SharedModules
  /**
   * Whether a load may fail for good. While server HTML is being hydrated it must not: React would replace good HTML
   * by the fallback, whereas it keeps it for as long as the promise is pending.
   */
  mayFail: () => boolean
}

const retryDelaysMs = [300, 1000, 3000, 8000]

/** The host of a document. Loads are retried, first quickly, then for as long as the document may need them. */
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
