import { matchRoute, redirectedPath } from '@mallhive/mfe-kit/route-table'
import { mostRedirects } from '../../document/view.ts'
import { localPage } from '../local-page.ts'
import type { PageResult } from '../render/page-job.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { showAddress } from './show-address.ts'
import type { AddressParts } from './show-address.ts'

interface RedirectedView {
  result: PageResult
  /** The fragment of the address that the last redirect named; undefined without one. */
  hash?: string
}

/**
 * Shows the view of an address, and instead of a redirect the view that it leads to, so that a navigation costs one request. A
 * redirect to what is not a page, to another language, or that a new document has to answer, is returned as it is.
 */
export async function showRedirectedView(
  scope: RequestScope,
  parts: Omit<AddressParts, 'document'>,
): Promise<RedirectedView> {
  let found: RedirectedView = { result: await showAddress(scope, parts) }
  for (let followed = 0; found.result.kind === 'redirect' && followed < mostRedirects; followed++) {
    const address = new URL(found.result.path, scope.address)
    const { lang, url } = localPage(address, shellProcess().config.LOCALES)
    if (lang !== scope.lang || !isPage(scope, url)) break
    // oxlint-disable-next-line no-await-in-loop -- one redirect after the other
    found = { result: await showAddress({ ...scope, address, url, flash: undefined }, parts), hash: url.hash }
  }
  return found
}

/** Whether the view of an address follows from its path and query: pins and messages of forms come with a request. */
const isPage = ({ releases }: RequestScope, { pathname, searchParams }: URL): boolean =>
  !searchParams.has('mall-pin') &&
  !searchParams.has('flash') &&
  (matchRoute(releases, pathname) !== undefined || redirectedPath(releases, pathname) !== undefined)
