import type { FastifyRequest } from 'fastify'

/**
 * Whether a request may open a guest session, which is a row that stays: only a POST of the mall's own page. Loaders call with
 * `Sec-Fetch-Site: none`, since a cookie set for them reaches no browser. What sends no such header is no current browser.
 */
export function mayStartGuest({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  return method === 'POST' && (site === undefined || site === 'same-origin')
}
