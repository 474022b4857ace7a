import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpError } from '../http-error.ts'

const typeName = z.string().regex(/^[a-z]+\.[a-z]+\.v\d+\.[A-Z]\w{0,50}$/)
const query = z.object({
  service: z.union([typeName, z.array(typeName).max(20)]).transform((it) => [it].flat()),
})

/** Cost of one requested service, in ordinary calls. */
const costPerService = 20

/**
 * Answers the FileDescriptorSets of running services, which the release gate compares with those that a BFF was built against.
 * They contain names of fields and RPCs, never data.
 */
export function answerContracts({ contracts, limits, log }: Pick<Deps, 'contracts' | 'limits' | 'log'>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = query.safeParse(request.query)
    if (!asked.success)
      throw new HttpError(400, 'INVALID', 'Name services: ?service=mallhive.cart.v1.CartService')
    await limits.count(request, asked.data.service.length * costPerService)
    const bytes = await contracts(asked.data.service).catch((error: unknown) => {
      log.warn({ err: error }, 'reading a service’s descriptors failed')
      throw new HttpError(503, 'UNAVAILABLE', 'A service does not answer.')
    })
    return reply.type('application/x-protobuf').header('cache-control', 'no-store').send(Buffer.from(bytes))
  }
}
