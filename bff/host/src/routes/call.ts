import type { FastifyReply, FastifyRequest } from 'fastify'
import { openAnswersInFlight } from '../answers-in-flight.ts'
import { nameProcedures } from '../name-procedures.ts'
import { bundleRefusals } from '../bundle/bundle-refusals.ts'
import type { BundleResponse } from '../bundle/call-scope.ts'
import { checkLoaderCall } from '../check-loader-call.ts'
import { openDeadline } from '../deadline.ts'
import type { Deps } from '../deps.ts'
import { parseCall } from '../parse-call.ts'
import { pickRelease } from '../pick-release.ts'
import { runCall } from '../run-call.ts'
import { isSharedCall, runSharedCall } from '../run-shared-call.ts'

/** Runs a batch of tRPC calls with the router of the release that the document names. */
export const answerCall = (deps: Deps) => {
  const answers = openAnswersInFlight()
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const call = parseCall(request)
    const { mfe, procedures, release } = call
    await deps.limits.count(request, procedures.length)
    const picked = await pickRelease(deps, request.headers, mfe, release)
    const answered = nameProcedures(request, mfe, procedures)
    checkLoaderCall(request, picked.bundle, procedures)
    await deps.limits.countDeclared(request, picked, procedures)
    using turns = new DisposableStack()
    turns.use(await deps.limits.enter(request, mfe, procedures.length))
    using deadline = openDeadline(request, reply, deps.config)
    // Overrides the bundle's content type: a bundle must not serve a page of this origin.
    reply.header('content-type', 'application/json').header('cache-control', 'no-store')
    reply.header('x-mall-release', picked.name)
    const { setCookies, ...response } = isSharedCall(request)
      ? { setCookies: [], ...(await runSharedCall(deps, request, deadline, picked, call)) }
      : await runCall(deps, request, deadline, picked, call)
    if (!answers.hold(mfe, response.body.length, reply.raw)) throw bundleRefusals.busy()
    for (const cookie of setCookies) reply.header('set-cookie', cookie)
    answered(response)
    return reply.code(statusOf(response)).send(response.body)
  }
}

/**
 * Returns 207 for a batch whose refusals carry their own `httpStatus`, so that invalid input shows as no failed request in the
 * browser's console. Server errors and failures of the whole batch keep their status.
 */
function statusOf({ status, body }: Pick<BundleResponse, 'status' | 'body'>): number {
  return status >= 400 && status < 500 && body[0] === openingBracket ? 207 : status
}

const openingBracket = '['.charCodeAt(0)
