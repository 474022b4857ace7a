import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'

/**
 * Answers the running bundles, their recent faults and the versions out of service. The shell assigns such versions to no
 * document. Not routed by the edge.
 */
export const answerBundles =
  ({ registry }: Pick<Deps, 'registry'>) =>
  (_request: FastifyRequest, reply: FastifyReply) => {
    const bundles = registry.bundles()
    return reply.header('cache-control', 'no-store').send({
      bundles: bundles.map(({ release, pid, declared }) => ({
        release,
        running: pid !== undefined,
        publicFor: declared?.publicFor,
        anonymousFor: declared?.anonymousFor,
      })),
      faults: bundles.flatMap(({ release, faults }) => faults.map((fault) => ({ release, ...fault }))),
      suspended: registry.status().suspended,
    })
  }
