import type { Meta } from '@mallhive/mfe-kit'
import { QueryClient, dehydrate } from '@tanstack/react-query'
import type { PageContent, View } from '../../document/view.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { loadFrame } from './load-frame.ts'
import { pageHead } from './page-head.ts'
import { runPage } from './page-outcome.ts'
import type { PageOutcome } from './page-outcome.ts'

/** A loaded view and what its answer needs besides. */
export interface LoadedView {
  view: View
  status: number
  linkedData: object[]
}

/** What to answer instead of running a page. */
export type Refusal = Extract<PageContent, { kind: 'sign-in-first' | 'failed' }>

export interface ViewParts {
  /** Whether the queries of the frame are loaded too. */
  withFrame: boolean
  /** Replaces the page. */
  refusal?: Refusal
}

/** Runs the loaders of an address. Their queries are in one client, so that each is sent once. */
export async function loadView(
  scope: RequestScope,
  { withFrame, refusal }: ViewParts,
): Promise<LoadedView | Extract<PageOutcome, { kind: 'redirect' }>> {
  const queryClient = new QueryClient()
  const [outcome] = await Promise.all([
    refusal ?? runPage(scope, queryClient),
    withFrame && loadFrame(scope, queryClient),
  ])
  if (outcome.kind === 'redirect') return outcome
  const { content, status, linkedData } = contentOf(outcome, scope)
  const at = scope.url.pathname + scope.url.search
  const view = { at, content, queries: dehydrate(queryClient) }
  queryClient.clear()
  return { view, status, linkedData }
}

function contentOf(
  outcome: Exclude<PageOutcome, { kind: 'redirect' }> | Refusal,
  { url }: RequestScope,
): { content: PageContent; status: number; linkedData: object[] } {
  const none: object[] = []
  switch (outcome.kind) {
    case 'page': {
      const { name, data, meta } = outcome
      const head = pageHead(meta, url.pathname, shellProcess().config.PUBLIC_ORIGIN)
      const content = { kind: 'page', name, data, head } as const
      return { content, status: meta.status ?? 200, linkedData: linkedDataOf(meta) }
    }
    case 'browser':
      return { content: outcome, status: 200, linkedData: none }
    case 'not-found':
      return { content: outcome, status: 404, linkedData: none }
    case 'sign-in-first':
      return { content: outcome, status: 401, linkedData: none }
    default:
      return { content: outcome, status: outcome.status, linkedData: none }
  }
}

const linkedDataOf = ({ jsonLd }: Meta): object[] => [jsonLd ?? []].flat()
