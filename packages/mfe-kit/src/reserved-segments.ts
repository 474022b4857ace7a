/**
 * First path segments that never reach a page: the edge routes them to other origins, or the shell reserves them. A
 * test compares them with the routes of the edge.
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
