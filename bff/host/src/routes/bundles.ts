import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'

/**
 * Answers the versions that this host serves, the recent faults of bundles, also of those that did not start, and the versions
 * out of service. The shell assigns the latter to no document. Not routed by the edge.
 */
export const answerBundles =
  ({ registry }: Pick<Deps, 'registry'>) =>
  (_request: FastifyRequest, reply: FastifyReply) => {
    const bundles = registry.bundles()
    const { live, suspended } = registry.status()
    return reply.header('cache-control', 'no-store').send({
      bundles: bundles.map(({ release, pid, declared }) => ({
        release,
        running: pid !== undefined,
        publicFor: declared?.publicFor,
        anonymousFor: declared?.anonymousFor,
      })),
      faults: bundles.flatMap(({ release, faults }) => faults.map((fault) => ({ release, ...fault }))),
      live: live.map(({ name, stable, canary }) => ({ name, stable, canary })),
      suspended,
    })
  }
