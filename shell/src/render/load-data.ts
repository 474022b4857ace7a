import { isLoaderSignal } from '@mallhive/mfe-kit/loader-signals'
import { QueryClient } from '@tanstack/react-query'
import { withDeadline } from '../deadline.ts'
import type { DataToLoad } from './host-messages.ts'
import { loadExpose } from './load-expose.ts'
import { loaderContext } from './loader-context.ts'
import type { PageScope } from './page-scope.ts'

/** Runs an expose's loader. Returns undefined when it finds nothing. @throws what the loader throws otherwise */
export async function loadData(scope: PageScope, { name, props }: DataToLoad): Promise<unknown> {
  const module = await loadExpose(scope, name)
  try {
    return await scope.asLoader(name, () =>
      withDeadline(scope.page.deadlineMs, async (signal) => {
        const ctx = loaderContext(scope, name, { params: {}, queryClient: new QueryClient(), signal })
        return module?.loader?.(ctx, props)
      }),
    )
  } catch (error) {
    if (isLoaderSignal(error) && error.signal === 'not-found') return undefined
    throw error
  }
}
