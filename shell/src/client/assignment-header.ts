import { documentTraceparent } from '@mallhive/mfe-kit/traceparent'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'

/**
 * Lets the server know, with every page that Next fetches, which releases this document runs. Next has no hook for
 * headers of its own, so `fetch` is wrapped for its requests, which it marks with `rsc`.
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
