import { splitExpose } from '@mallhive/mfe-kit/release'
import type { BffErrorData, CallType } from '@mallhive/mfe-kit/trpc/bff-calls'
import type { PageJob } from './page-job.ts'

interface RefusedCall {
  message: string
  data: BffErrorData
}

interface LoaderCall {
  loader: string
  mfe: string
  type: CallType
}

/**
 * Returns the refusal of a mutation that a document's loaders must not call; undefined for other calls. Opening a page changes
 * nothing but what the page's own team lets it: its own BFF marks the mutations, and the BFF host reads the marks.
 */
export function refusedCall(
  { loader, mfe, type }: LoaderCall,
  { request, isPrefetch }: Pick<PageJob, 'request' | 'isPrefetch'>,
): RefusedCall | undefined {
  if (type === 'query') return undefined
  if (isPrefetch) return refusal('A page that is only prefetched calls no mutation.')
  const { page } = request
  const isOwn = page.kind === 'page' && page.name === loader && splitExpose(page.name)[0] === mfe
  return isOwn ? undefined : refusal('Only the loader of a page calls mutations, those of its own BFF.')
}

const refusal = (message: string): RefusedCall => ({
  message,
  data: { code: 'NOT_FOR_LOADERS', httpStatus: 403, reason: 'NOT_FOR_LOADERS' },
})
