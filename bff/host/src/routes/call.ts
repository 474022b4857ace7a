import type { FastifyReply, FastifyRequest } from 'fastify'
import { openContext } from '../context.ts'
import { openDeadline } from '../deadline.ts'
import type { Deps } from '../deps.ts'
import { parseCall } from '../parse-call.ts'
import type { ParsedCall } from '../parse-call.ts'
import { pickRelease } from '../pick-release.ts'

/** A batch of tRPC calls, run by the router of the release that the document was given. */
export const answerCall = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const call = parseCall(request)
  const { mfe, procedures, release } = call
  await deps.limits.count(request, procedures.length)
  const picked = await pickRelease(deps.registry, mfe, release)
  await deps.limits.countDeclared(request, picked, procedures)
  using turns = new DisposableStack()
  turns.use(await deps.limits.enter(request, procedures.length))
  using deadline = openDeadline(request, reply, deps.config)
  const { context, setCookies } = await openContext(deps, request, deadline)
  const response = await deadline.within(
    picked.module.handle(webRequest(request, call), context, `/api/${mfe}`),
  )
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

function webRequest({ method, headers, body }: FastifyRequest, { path }: ParsedCall): Request {
  const own = new Headers({ 'content-type': headers['content-type'] ?? 'application/json' })
  return new Request(`http://bff${path}`, {
    method,
    headers: own,
    body: typeof body === 'string' ? body : undefined,
  })
}
