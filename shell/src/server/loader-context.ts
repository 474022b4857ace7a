import type { LoaderContext } from '@mallhive/mfe-kit'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { searchOf } from '@mallhive/mfe-kit/search'
import type { QueryClient } from '@tanstack/react-query'
import { withDeadline } from './deadline.ts'
import { loadExpose } from './load-expose.ts'
import { explain, log } from './log.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'
import { inSpan } from './tracing.ts'

/** Shorter than a page's deadline, because the browser can load a late fragment. */
const fragmentDeadlineMs = 2000

/** Creates the context that all loaders of a page, or of the frame, share: one query client, one deadline. */
export async function loaderContext(
  scope: RequestScope,
  params: Record<string, string>,
  queryClient: QueryClient,
  signal: AbortSignal,
  traceparent = scope.traceparent,
): Promise<LoaderContext> {
  const { tracing } = shellProcess()
  const ctx: LoaderContext = {
    params,
    search: searchOf(scope.url.searchParams),
    path: scope.url.pathname,
    locale: scope.locale,
    currency: scope.currency,
    queryClient,
    flash: scope.flash,
    bff: scope.calls({ signal, traceparent }),
    fragment: (name, props) =>
      inSpan(tracing, `load ${name}`, traceparent, () => runFragment(scope, ctx, name, props)),
  }
  return ctx
}

/** Runs a fragment's loader and ignores its failure: the fragment then loads its data in the browser. */
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
    scope.failed.add(splitExpose(name)[0])
    log('warn', 'fragment loader failed', { fragment: name, why: explain(error) })
  }
}
