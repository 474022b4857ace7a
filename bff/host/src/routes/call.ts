import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BundleRequest, BundleResponse } from '../bundle/call-scope.ts'
import { openDeadline } from '../deadline.ts'
import type { Deps } from '../deps.ts'
import { openCallScope } from '../open-call-scope.ts'
import { parseCall } from '../parse-call.ts'
import type { ParsedCall } from '../parse-call.ts'
import { pickRelease } from '../pick-release.ts'

/** Runs a batch of tRPC calls with the router of the release that the document names. */
export const answerCall = (deps: Deps) => async (request: FastifyRequest, reply: FastifyReply) => {
  const call = parseCall(request)
  const { mfe, procedures, release } = call
  await deps.limits.count(request, procedures.length)
  const picked = await pickRelease(deps, request.headers, mfe, release)
  await deps.limits.countDeclared(request, picked, procedures)
  using turns = new DisposableStack()
  turns.use(await deps.limits.enter(request, mfe, procedures.length))
  using deadline = openDeadline(request, reply, deps.config)
  const { scope, setCookies } = await openCallScope(deps, request, deadline, picked)
  const response = await deadline.within(picked.bundle.call(bundleRequest(request, call), scope))
  // Overrides the bundle's content type: a bundle must not serve a page of this origin.
  reply.code(statusOf(response)).header('content-type', 'application/json')
  reply.header('cache-control', 'no-store').header('x-mall-release', picked.name)
  for (const cookie of setCookies()) reply.header('set-cookie', cookie)
  return reply.send(response.body)
}

/**
 * Returns 207 for a batch whose refusals carry their own `httpStatus`, so that invalid input shows as no failed request in the
 * browser's console. Server errors and failures of the whole batch keep their status.
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
