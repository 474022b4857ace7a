import type { FastifyRequest } from 'fastify'

/**
 * The client's address as the outermost trusted proxy saw it. Each proxy appends whom it heard from, so entries further to
 * the left are the client's own claims.
 */
export function clientAddress(request: Pick<FastifyRequest, 'headers' | 'ip'>, trustedHops: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  const chain = forwarded
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  return (trustedHops > 0 ? chain.at(-trustedHops) : undefined) ?? request.ip
}
