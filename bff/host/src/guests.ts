import type { FastifyRequest } from 'fastify'

/**
 * Returns whether a request may start a guest session, of which an address has a limited number: only a POST from a page of the mall. The
 * guard of origins has compared Origin, which every browser sends with a POST. Loaders send `Sec-Fetch-Site: none`, since a
 * cookie set for them reaches no browser.
 */
export function mayStartGuest({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const site = headers['sec-fetch-site']
  return method === 'POST' && headers.origin !== undefined && (site === undefined || site === 'same-origin')
}
