import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'

/**
 * Which bundles run here, what went wrong with them lately and which versions are out of service, for the shell: it gives a
 * version that is out of service to no document. The edge does not lead here.
 */
export const answerBundles =
  ({ registry }: Pick<Deps, 'registry'>) =>
  (_request: FastifyRequest, reply: FastifyReply) => {
    const bundles = registry.bundles()
    return reply.header('cache-control', 'no-store').send({
      bundles: bundles.map(({ release, pid }) => ({ release, running: pid !== undefined })),
      faults: bundles.flatMap(({ release, faults }) => faults.map((fault) => ({ release, ...fault }))),
      suspended: registry.status().suspended,
    })
  }
