import type { FastifyInstance } from 'fastify'
import { domainError } from '../reasons.ts'

/** Refuses requests beyond `atOnce` in progress with 429 and Retry-After. */
export function boundRequests(server: FastifyInstance, atOnce: number): void {
  let running = 0
  server.addHook('onRequest', async (_request, reply) => {
    if (running >= atOnce) {
      reply.header('retry-after', '1')
      throw domainError('TOO_BUSY', 'too many requests at once; try again in a second')
    }
    running += 1
    reply.raw.once('close', () => (running -= 1))
  })
}
