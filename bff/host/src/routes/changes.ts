import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpError } from '../http-error.ts'

const query = z.object({
  after: z
    .string()
    .regex(/^(\d{1,16}-\d{1,16})?$/)
    .default(''),
})

/** Answers the changes after an id, by which shells forget remembered answers. Not routed by the edge. */
export const answerChanges =
  ({ changes }: Pick<Deps, 'changes'>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = query.safeParse(request.query)
    if (!asked.success) throw new HttpError(400, 'INVALID', 'Name the last change that you know: ?after=<id>')
    return reply.header('cache-control', 'no-store').send(await changes.after(asked.data.after))
  }
