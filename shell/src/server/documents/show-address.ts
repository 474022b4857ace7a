import { localPath } from '@mallhive/contracts/locales'
import { matchRoute, redirectedPath } from '@mallhive/mfe-kit/route-table'
import type { PageContent } from '../../document/view.ts'
import type { PageToShow } from '../../render/host-messages.ts'
import type { PageResult } from '../render/page-job.ts'
import type { RequestScope } from '../request-scope.ts'
import { showPage } from './show-page.ts'
import type { PageParts } from './show-page.ts'

/** What to answer instead of running a page. */
export type Refusal = Extract<PageContent, { kind: 'sign-in-first' | 'failed' }>

export type AddressParts = Omit<PageParts, 'page'> & { refusal?: Refusal }

/** Shows the page of an address, or a redirect from an old one. @throws AbortError when the client has gone */
export async function showAddress(
  scope: RequestScope,
  { refusal, ...parts }: AddressParts,
): Promise<PageResult> {
  const moved = refusal ? undefined : redirectedPath(scope.releases, scope.url.pathname)
  if (moved !== undefined)
    return { kind: 'redirect', path: localPath(scope.lang, moved) + scope.url.search, permanent: true }
  return showPage(scope, { ...parts, page: refusal ?? pageOf(scope) })
}

function pageOf({ releases, url }: RequestScope): PageToShow {
  const match = matchRoute(releases, url.pathname)
  return match ? { kind: 'page', ...match } : { kind: 'not-found' }
}
