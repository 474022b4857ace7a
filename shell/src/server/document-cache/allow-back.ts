import type { ServerResponse } from 'node:http'

/**
 * Lets the browser show this document again on Back and Forward, as it was left. For public pages sent to visitors without a
 * session: one with other cookies gets another document.
 */
export function allowBack(res: ServerResponse): void {
  res.setHeader('cache-control', 'private, no-cache')
  res.setHeader('vary', 'accept, accept-encoding, cookie')
}
