import { clientAddress } from '@mallhive/process-kit/client-address'
import type { FastifyInstance } from 'fastify'
import { domainError } from '../reasons.ts'

export interface RequestBounds {
  /** Requests in progress. */
  atOnce: number
  /** Requests in progress of one client address. */
  ofOne: number
  /** Proxies in front that append to X-Forwarded-For. */
  trustedHops: number
}

/** Refuses requests beyond the bounds with 429 and Retry-After. */
export function boundRequests(server: FastifyInstance, { atOnce, ofOne, trustedHops }: RequestBounds): void {
  const running: string[] = []
  server.addHook('onRequest', async (request, reply) => {
    const address = clientAddress(request, trustedHops)
    const own = running.filter((other) => other === address)
    if (running.length >= atOnce || own.length >= ofOne) {
      reply.header('retry-after', '1')
      throw domainError('TOO_BUSY', 'too many requests at once; try again in a second')
    }
    running.push(address)
    reply.raw.once('close', () => running.splice(running.indexOf(address), 1))
  })
}
