import type { LoaderContext } from '@mallhive/mfe-kit'
import { searchOf } from '@mallhive/mfe-kit/search'
import type { QueryClient } from '@tanstack/react-query'
import { withDeadline } from './deadline.ts'
import { loadExpose } from './load-expose.ts'
import { explain, log } from './log.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'
import { inSpan } from './tracing.ts'

/** Fragments get less time than pages: their box can fill later in the browser. */
const fragmentDeadlineMs = 2000

/** What loaders of one page, or of the frame around it, share: one query client, one set of BFF batches. */
export async function loaderContext(
  scope: RequestScope,
  params: Record<string, string>,
  queryClient: QueryClient,
  signal: AbortSignal,
  traceparent = scope.traceparent,
): Promise<LoaderContext> {
  const { config, tracing } = shellProcess()
  const { BFF_URL } = config
  const ctx: LoaderContext = {
    params,
    search: searchOf(scope.url.searchParams),
    path: scope.url.pathname,
    locale: scope.locale,
    currency: scope.currency,
    queryClient,
    flash: scope.flash,
    bff: {
      origin: BFF_URL,
      releases: scope.releases,
      // A loader's mutation acts with the shopper's cookies, so the BFF host wants its origin; it starts no guest session,
      // whose cookie could not reach the browser.
      headers: { ...scope.forwardedHeaders, traceparent, origin: scope.origin, 'sec-fetch-site': 'none' },
      signal,
    },
    fragment: (name, props) =>
      inSpan(tracing, `load ${name}`, traceparent, () => runFragment(scope, ctx, name, props)),
  }
  return ctx
}

/** A fragment whose loader fails renders without data and asks for it in the browser. */
async function runFragment(
  scope: RequestScope,
  ctx: LoaderContext,
  name: string,
  props?: Record<string, unknown>,
): Promise<void> {
  const module = await loadExpose(scope, name)
  if (!module?.loader) return
  try {
    await withDeadline(fragmentDeadlineMs, async () => module.loader?.(ctx, props))
  } catch (error) {
    log('warn', 'fragment loader failed', { fragment: name, why: explain(error) })
  }
}
