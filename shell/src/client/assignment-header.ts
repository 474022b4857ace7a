import { documentTraceparent } from '@mallhive/mfe-kit/traceparent'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'

/**
 * Adds a header with the releases of this document to every page request of Next. Next has no hook for request headers, so
 * this wraps `fetch` and changes requests with the header `rsc`.
 */
export function sendAssignmentHeader(releases: Record<string, AssignedRelease>): () => void {
  const assignment = Object.values(releases)
    .map(({ name, version }) => `${name}@${version}`)
    .join()
  const plainFetch = window.fetch
  window.fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    if (!headers.has('rsc')) return plainFetch(input, init)
    headers.set('x-mall-assignment', assignment)
    headers.set('traceparent', documentTraceparent())
    return plainFetch(input, { ...init, headers })
  }
  return () => {
    window.fetch = plainFetch
  }
}
