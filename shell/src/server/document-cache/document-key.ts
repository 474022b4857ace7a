import { matchRoute } from '@mallhive/mfe-kit/route-table'
import { loadExpose } from '../load-expose.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'

/** What a document is kept under, and for how long. */
export interface DocumentKey {
  key: string
  keepForSeconds: number
}

/** Half of the time for which the browser takes the document's queries for fresh. */
const mostSeconds = 30

/**
 * Returns the key of the requested document: all that its HTML depends on. Undefined when it is for one visitor only, or the
 * shell keeps none.
 */
export async function documentKey(scope: RequestScope): Promise<DocumentKey | undefined> {
  if (scope.isPersonal || shellProcess().config.DOCUMENT_CACHE_MB === 0) return undefined
  const { url, origin, locale, currency, theme, sharing, releases } = scope
  const page = matchRoute(releases, url.pathname)
  const { cacheSeconds = 0 } = (page && (await loadExpose(scope, page.name))) ?? {}
  if (cacheSeconds <= 0) return undefined
  const ids = Object.values(releases).map(({ id }) => id)
  const at = url.pathname + url.search
  const key = JSON.stringify([origin, at, locale, currency, theme, sharing, ...ids.toSorted()])
  return { key, keepForSeconds: Math.min(cacheSeconds, mostSeconds) }
}
