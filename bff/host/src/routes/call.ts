import type { FastifyReply, FastifyRequest } from 'fastify'
import { openContext } from '../context.ts'
import { openDeadline } from '../deadline.ts'
import type { Deps } from '../deps.ts'
import { pickRelease } from '../pick-release.ts'
import { limitRate } from '../rate-limit.ts'

/** A batch of tRPC calls, run by the router of the release that the document was given. */
export const answerCall = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { mfe = '', '*': path = '' } = request.params as Record<string, string>
  const named = request.headers['x-mall-release']
  const picked = await pickRelease(deps.registry, mfe, typeof named === 'string' ? named : undefined)
  await limitRate(deps, request, picked, path.split(','))
  using deadline = openDeadline(request, reply, deps.config)
  const { context, setCookies } = await openContext(deps, request, deadline)
  const response = await deadline.within(picked.module.handle(webRequest(request), context, `/api/${mfe}`))
  const body = await deadline.within(response.text())
  reply.code(statusOf(response, body)).header('content-type', response.headers.get('content-type'))
  reply.header('cache-control', 'no-store').header('x-mall-release', picked.name)
  for (const cookie of setCookies) reply.header('set-cookie', cookie)
  return reply.send(body)
}

/**
 * An answer to each call of a batch arrived, and what was refused in it says so by its own `httpStatus`: a form that was
 * filled in badly is no failed request on the browser's console. What failed here, or as a whole, stays a failure.
 */
function statusOf({ status }: Response, body: string): number {
  return status >= 400 && status < 500 && body.startsWith('[') ? 207 : status
}

function webRequest({ url, method, headers, body }: FastifyRequest): Request {
  const own = new Headers({ 'content-type': headers['content-type'] ?? 'application/json' })
  return new Request(`http://bff${url}`, {
    method,
    headers: own,
    body: typeof body === 'string' ? body : undefined,
  })
}
