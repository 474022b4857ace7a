import { QueryClient, dehydrate } from '@tanstack/react-query'
import type { PageContent } from '../document/view.ts'
import { boundView } from './bound-view.ts'
import { headOf } from './head-of.ts'
import type { PageToShow } from './host-messages.ts'
import { linkedDataOf } from './linked-data.ts'
import { loadFrame } from './load-frame.ts'
import type { LoadedView } from './loaded-view.ts'
import type { PageScope } from './page-scope.ts'
import { runPage } from './run-page.ts'
import type { PageOutcome } from './run-page.ts'

/** Runs the loaders of a page. Their queries are in one client, so that each is sent once. */
export async function loadView(
  scope: PageScope,
  page: PageToShow,
): Promise<LoadedView | Extract<PageOutcome, { kind: 'redirect' }>> {
  const { withFrame, at } = scope.page
  const queryClient = new QueryClient()
  const releases = new Map<string, string>()
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'added') releases.set(query.queryHash, scope.runningRelease())
  })
  const [outcome] = await Promise.all([
    page.kind === 'page' ? runPage(scope, page, queryClient) : page,
    withFrame && loadFrame(scope, queryClient),
  ])
  if (outcome.kind === 'redirect') return outcome
  const { content, linkedData, status = statusOf(content) } = contentOf(outcome, scope)
  const view = { at, content, queries: dehydrate(queryClient) }
  queryClient.clear()
  return boundView(scope, { view, status, linkedData }, ({ queryHash }) => releases.get(queryHash) ?? '')
}

/** Returns the status of a document that shows this content, if nothing else determines it. */
export function statusOf(content: PageContent): number {
  if (content.kind === 'failed') return content.status
  return { page: 200, browser: 200, 'not-found': 404, 'sign-in-first': 401 }[content.kind]
}

function contentOf(
  outcome: Exclude<PageOutcome, { kind: 'redirect' }> | PageContent,
  { url, page }: PageScope,
): { content: PageContent; status?: number; linkedData: object[] } {
  if (!('meta' in outcome)) return { content: outcome, linkedData: [] }
  const { name, data, meta } = outcome
  const { publicOrigin: origin, lang, locales: live } = page
  const head = headOf(meta, url.pathname, { origin, lang, live })
  return {
    content: { kind: 'page', name, data, head, status: meta.status },
    status: meta.status,
    linkedData: linkedDataOf(meta, { origin, lang }),
  }
}
