import { matchRoute, redirectedPath } from '@mallhive/mfe-kit/route-table'
import { mostRedirects } from '../../document/view.ts'
import type { RequestScope } from '../request-scope.ts'
import { loadView } from './load-view.ts'
import type { ViewParts } from './load-view.ts'

interface RedirectedView {
  loaded: Awaited<ReturnType<typeof loadView>>
  /** The fragment of the address that the last redirect named; undefined without one. */
  hash?: string
}

/**
 * Loads the view of an address, and instead of a redirect the view that it leads to, so that a navigation costs one request. A
 * redirect to what is not a page, or that a new document has to answer, is returned as it is.
 */
export async function loadRedirectedView(scope: RequestScope, parts: ViewParts): Promise<RedirectedView> {
  let found: RedirectedView = { loaded: await loadView(scope, parts) }
  for (let followed = 0; 'kind' in found.loaded && followed < mostRedirects; followed++) {
    const url = new URL(found.loaded.path, scope.url)
    if (!isPage(scope, url)) break
    // oxlint-disable-next-line no-await-in-loop -- one redirect after the other
    found = { loaded: await loadView({ ...scope, url, flash: undefined }, parts), hash: url.hash }
  }
  return found
}

/** Whether the view of an address follows from its path and query: pins and messages of forms come with a request. */
const isPage = ({ releases }: RequestScope, { pathname, searchParams }: URL): boolean =>
  !searchParams.has('mall-pin') &&
  !searchParams.has('flash') &&
  (matchRoute(releases, pathname) !== undefined || redirectedPath(releases, pathname) !== undefined)
