import { QueryClient, dehydrate } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { slots } from '../slots.ts'
import { loaderContext } from './loader-context.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'
import { inSpan } from './tracing.ts'

/** Runs the loaders of all fragments of the frame, in parallel with the page's loader. */
export async function frameState(scope: RequestScope): Promise<DehydratedState> {
  return inSpan(shellProcess().tracing, 'load frame', scope.traceparent, async (traceparent) => {
    const signal = AbortSignal.timeout(3000)
    const ctx = await loaderContext(scope, {}, new QueryClient(), signal, traceparent)
    await Promise.all(Object.values(slots).map((name) => ctx.fragment(name)))
    return dehydrate(ctx.queryClient)
  })
}
