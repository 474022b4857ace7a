import type { QueryClient } from '@tanstack/react-query'
import { slots } from '../slots.ts'
import { runFragment } from './loader-context.ts'
import type { PageScope } from './page-scope.ts'

const deadlineMs = 3000

/** Runs the loaders of all fragments of the frame, in parallel with the page's loader. */
export async function loadFrame(scope: PageScope, queryClient: QueryClient): Promise<void> {
  const of = { params: {}, queryClient, signal: AbortSignal.timeout(deadlineMs) }
  await Promise.all(Object.values(slots).map((name) => runFragment(scope, name, of)))
}
