import type { QueryClient } from '@tanstack/react-query'
import { slots } from '../../slots.ts'
import { loaderContext } from '../loader-context.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { inSpan } from '../tracing.ts'

const deadlineMs = 3000

/** Runs the loaders of all fragments of the frame, in parallel with the page's loader. */
export async function loadFrame(scope: RequestScope, queryClient: QueryClient): Promise<void> {
  await inSpan(shellProcess().tracing, 'load frame', scope.traceparent, async (traceparent) => {
    const ctx = await loaderContext(scope, {}, queryClient, AbortSignal.timeout(deadlineMs), traceparent)
    await Promise.all(Object.values(slots).map((name) => ctx.fragment(name)))
  })
}
