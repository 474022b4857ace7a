import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { readFlash } from '../flash.ts'
import { HttpError } from '../http-error.ts'
import { msg } from '../messages.ts'

/** Answers the flash of a form posted without JavaScript. Any micro frontend's path works: the flash names its form. */
export const answerFlash =
  (deps: Pick<Deps, 'redis' | 'visitor' | 'limits'>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    await deps.limits.count(request, 1)
    const { id = '' } = request.params as Record<string, string>
    const flash = await readFlash(deps, request, id)
    if (!flash) throw new HttpError(404, 'NOT_FOUND', msg('flash.gone'))
    return reply.type('application/json').header('cache-control', 'no-store').send(flash)
  }
