import type { Meta } from '@mallhive/mfe-kit'
import { isLoaderSignal } from '@mallhive/mfe-kit/loader-signals'
import { localHref } from '@mallhive/mfe-kit/local-href'
import { longestPath, ownPath } from '@mallhive/mfe-kit/own-path'
import { splitExpose } from '@mallhive/mfe-kit/release'
import type { QueryClient } from '@tanstack/react-query'
import { withDeadline } from '../deadline.ts'
import type { PageToShow } from './host-messages.ts'
import { loadExpose } from './load-expose.ts'
import { loaderContext } from './loader-context.ts'
import { loaderStatus } from './loader-status.ts'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'

export type PageOutcome =
  | { kind: 'page'; name: string; data: unknown; meta: Meta }
  /** The page's server bundle does not run here: the browser loads the data and renders the page. */
  | { kind: 'browser'; name: string; params: Record<string, string> }
  | { kind: 'not-found' }
  | { kind: 'redirect'; path: string; permanent: boolean }
  | { kind: 'failed'; status: number }

/** Runs a page's loader, whose queries are in `queryClient` then. Never throws. */
export async function runPage(
  scope: PageScope,
  { name, params }: Extract<PageToShow, { kind: 'page' }>,
  queryClient: QueryClient,
): Promise<PageOutcome> {
  const module = await loadExpose(scope, name)
  if (!module) return { kind: 'browser', name, params }
  try {
    return await scope.asLoader(name, () =>
      withDeadline(scope.page.deadlineMs, async (signal) => {
        const ctx = loaderContext(scope, name, { params, queryClient, signal })
        const data = await module.loader?.(ctx)
        const meta = module.meta?.(data, ctx) ?? { title: 'MallHive' }
        return { kind: 'page', name, data, meta }
      }),
    )
  } catch (error) {
    const outcome = outcomeOf(error, name, scope)
    if (outcome.kind === 'failed' && outcome.status >= 500) scope.failed.add(splitExpose(name)[0])
    return outcome
  }
}

function outcomeOf(error: unknown, of: string, { report, page }: PageScope): PageOutcome {
  if (isLoaderSignal(error)) {
    if (error.signal === 'not-found') return { kind: 'not-found' }
    const path = ownPath(error.path)
    if (path !== undefined)
      return { kind: 'redirect', path: localHref(page.lang, path), permanent: error.permanent }
    // Made from a long address that a visitor chose: no fault of the release, which would stop its rollout.
    if (error.path.length > longestPath) return { kind: 'failed', status: 414 }
    report({ level: 'error', message: 'page loader redirects outside the mall', of, why: error.path })
    return { kind: 'failed', status: 500 }
  }
  const status = loaderStatus(error)
  if (status === 404) return { kind: 'not-found' }
  const level = status < 500 ? 'warn' : 'error'
  report({ level, message: 'page loader failed', of, status, why: explain(error) })
  return { kind: 'failed', status }
}
