import { matchRoute } from '@mallhive/mfe-kit/route-table'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { pageAddress } from '../documents/page-address.ts'
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
export function documentKey(scope: RequestScope): DocumentKey | undefined {
  if (scope.isPersonal || shellProcess().config.DOCUMENT_CACHE_MB === 0) return undefined
  const { url, origin, lang, locale, currency, theme, sharing, consents, releases } = scope
  const page = matchRoute(releases, url.pathname)
  if (!page) return undefined
  const [mfe, expose] = splitExpose(page.name)
  const release = releases[mfe]
  const cacheSeconds = release ? shellProcess().renders.cacheSeconds(release.id, expose) : 0
  if (cacheSeconds <= 0) return undefined
  const ids = Object.values(releases).map(({ id }) => id)
  const at = pageAddress(url)
  const key = JSON.stringify([
    origin,
    at,
    lang,
    locale,
    currency,
    theme,
    sharing,
    consents,
    ...ids.toSorted(),
  ])
  return { key, keepForSeconds: Math.min(cacheSeconds, mostSeconds) }
}
