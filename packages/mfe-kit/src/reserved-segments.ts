/**
 * First path segments that are no pages: the edge routes paths below them to other origins, or the shell reserves them. A test
 * compares them with the routes of the edge.
 */
export const reservedSegments = [
  '_mall',
  '_next',
  'api',
  'healthz',
  'media',
  'metrics',
  'mfe',
  'readyz',
  'rest',
  'webhooks',
]

/** Whether a first path segment is reserved, in any case: people take `/API` and `/api` for the same address. */
export const isReserved = (segment: string | undefined): boolean =>
  segment !== undefined && reservedSegments.includes(segment.toLowerCase())
