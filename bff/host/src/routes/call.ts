import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BundleRequest, BundleResponse } from '../bundle/call-scope.ts'
import { openDeadline } from '../deadline.ts'
import type { Deps } from '../deps.ts'
import { openCallScope } from '../open-call-scope.ts'
import { parseCall } from '../parse-call.ts'
import type { ParsedCall } from '../parse-call.ts'
import { pickRelease } from '../pick-release.ts'

/** A batch of tRPC calls, run by the router of the release that the document was given. */
export const answerCall = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const call = parseCall(request)
  const { mfe, procedures, release } = call
  await deps.limits.count(request, procedures.length)
  const picked = await pickRelease(deps, request.headers, mfe, release)
  await deps.limits.countDeclared(request, picked, procedures)
  using turns = new DisposableStack()
  turns.use(await deps.limits.enter(request, procedures.length))
  using deadline = openDeadline(request, reply, deps.config)
  const { scope, setCookies } = await openCallScope(deps, request, deadline, picked)
  const response = await deadline.within(picked.bundle.call(bundleRequest(request, call), scope))
  // Always JSON, whatever the bundle meant: no answer of a bundle is a page of this origin.
  reply.code(statusOf(response)).header('content-type', 'application/json')
  reply.header('cache-control', 'no-store').header('x-mall-release', picked.name)
  for (const cookie of setCookies) reply.header('set-cookie', cookie)
  return reply.send(response.body)
}

/**
 * An answer to each call of a batch arrived, and what was refused in it says so by its own `httpStatus`: a form that was
 * filled in badly is no failed request on the browser's console. What failed here, or as a whole, stays a failure.
 */
function statusOf({ status, body }: BundleResponse): number {
  return status >= 400 && status < 500 && body[0] === openingBracket ? 207 : status
}

const openingBracket = '['.charCodeAt(0)

function bundleRequest({ method, headers, body }: FastifyRequest, { mfe, path }: ParsedCall): BundleRequest {
  return {
    endpoint: `/api/${mfe}`,
    url: `http://bff${path}`,
    method,
    contentType: headers['content-type'] ?? 'application/json',
    body: typeof body === 'string' ? body : undefined,
  }
}
