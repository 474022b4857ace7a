import type { Meta } from '@mallhive/mfe-kit'
import { isLoaderSignal } from '@mallhive/mfe-kit/loader-signals'
import { longestPath, ownPath } from '@mallhive/mfe-kit/own-path'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { matchRoute, redirectedPath } from '@mallhive/mfe-kit/route-table'
import type { QueryClient } from '@tanstack/react-query'
import { withDeadline } from '../deadline.ts'
import { loadExpose } from '../load-expose.ts'
import { loaderContext } from '../loader-context.ts'
import { explain, log } from '../log.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { inSpan } from '../tracing.ts'

export type PageOutcome =
  | { kind: 'page'; name: string; data: unknown; meta: Meta }
  /** The page's server bundle is not loaded here: the browser loads the data and renders the page. */
  | { kind: 'browser'; name: string; params: Record<string, string> }
  | { kind: 'not-found' }
  | { kind: 'redirect'; path: string; permanent: boolean }
  | { kind: 'failed'; status: number }

/** Finds the page of a path and runs its loader, whose queries are in `queryClient` then. Never throws. */
export async function runPage(scope: RequestScope, queryClient: QueryClient): Promise<PageOutcome> {
  const moved = redirectedPath(scope.releases, scope.url.pathname)
  if (moved !== undefined) return { kind: 'redirect', path: moved + scope.url.search, permanent: true }
  const match = matchRoute(scope.releases, scope.url.pathname)
  if (!match) return { kind: 'not-found' }
  const { name, params } = match
  const module = await loadExpose(scope, name)
  if (!module) return { kind: 'browser', name, params }

  const { config, tracing } = shellProcess()
  try {
    return await inSpan(tracing, `load ${name}`, scope.traceparent, (traceparent) =>
      withDeadline(config.LOADER_DEADLINE_MS, async (signal) => {
        const ctx = await loaderContext(scope, params, queryClient, signal, traceparent)
        const data = await module.loader?.(ctx)
        const meta = module.meta?.(data, ctx) ?? { title: 'MallHive' }
        return { kind: 'page', name, data, meta }
      }),
    )
  } catch (error) {
    const outcome = outcomeOf(error, name)
    if (outcome.kind === 'failed' && outcome.status >= 500) scope.failed.add(splitExpose(name)[0])
    return outcome
  }
}

function outcomeOf(error: unknown, name: string): PageOutcome {
  if (isLoaderSignal(error)) {
    if (error.signal === 'not-found') return { kind: 'not-found' }
    const path = ownPath(error.path)
    if (path !== undefined) return { kind: 'redirect', path, permanent: error.permanent }
    // Made from a long address that a visitor chose: no fault of the release, which would stop its rollout.
    if (error.path.length > longestPath) return { kind: 'failed', status: 414 }
    log('error', 'page loader redirects outside the mall', { page: name, to: error.path })
    return { kind: 'failed', status: 500 }
  }
  const status = statusOf(error)
  if (status === 404) return { kind: 'not-found' }
  log(status < 500 ? 'warn' : 'error', 'page loader failed', { page: name, status, why: explain(error) })
  return { kind: 'failed', status }
}

/** Returns the status for a failed loader: the BFF's own, or 503 when the BFF is unreachable or too late. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error)) return 500
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 503
  if (error.name !== 'BffError') return 500
  const status = httpStatusOf(error) ?? 503
  return status === 500 || status > 503 ? 503 : status
}

function httpStatusOf(error: Error & { data?: { httpStatus?: number } }): number | undefined {
  return error.data?.httpStatus
}
