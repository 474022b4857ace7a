import type { LoaderContext } from '@mallhive/mfe-kit'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { searchOf } from '@mallhive/mfe-kit/search'
import type { QueryClient } from '@tanstack/react-query'
import { withDeadline } from '../deadline.ts'
import { loadExpose } from './load-expose.ts'
import { loaderStatus } from './loader-status.ts'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'

/** Shorter than a page's deadline, because the browser can load a late fragment. */
const fragmentDeadlineMs = 2000

/** Creates the context of a loader. All loaders of a page and of its frame share one query client. */
export function loaderContext(
  scope: PageScope,
  loader: string,
  {
    params,
    queryClient,
    signal,
  }: { params: Record<string, string>; queryClient: QueryClient; signal: AbortSignal },
): LoaderContext {
  const { locale, currency, flash } = scope.page
  return {
    params,
    search: searchOf(scope.url.searchParams),
    path: scope.url.pathname,
    locale,
    catalogs: scope.catalogs,
    currency,
    queryClient,
    flash,
    bff: scope.calls(loader, signal),
    fragment: (name, props) => runFragment(scope, name, { params, queryClient, signal }, props),
  }
}

/** Runs a fragment's loader and ignores its failure: the fragment then loads its data in the browser. */
export async function runFragment(
  scope: PageScope,
  name: string,
  of: { params: Record<string, string>; queryClient: QueryClient; signal: AbortSignal },
  props?: Record<string, unknown>,
): Promise<void> {
  const module = await loadExpose(scope, name)
  if (!module?.loader) return
  try {
    await scope.asLoader(name, () =>
      withDeadline(fragmentDeadlineMs, async (own) => {
        const signal = AbortSignal.any([of.signal, own])
        return module.loader?.(loaderContext(scope, name, { ...of, signal }), props)
      }),
    )
  } catch (error) {
    // What the mall refuses of a visitor, such as calls beyond the limits of an address, is no failure of the release.
    if (loaderStatus(error) >= 500) scope.failed.add(splitExpose(name)[0])
    scope.report({ level: 'warn', message: 'fragment loader failed', of: name, why: explain(error) })
  }
}
