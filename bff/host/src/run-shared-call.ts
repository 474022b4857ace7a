import type { FastifyRequest } from 'fastify'
import { bundleRequest } from './bundle-request.ts'
import type { Declared } from './bundle/bundle-messages.ts'
import type { BundleResponse } from './bundle/call-scope.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'
import { openPublicScope } from './open-public-scope.ts'
import type { ParsedCall } from './parse-call.ts'
import type { PickedRelease } from './pick-release.ts'
import { isDeclared } from './run-call.ts'

/** Whether the shell asks for answers that it may remember, without a shopper. */
export const isSharedCall = ({ headers }: FastifyRequest): boolean => headers['x-mall-shared'] === '1'

/**
 * Runs procedures without a shopper and answers `{ keepForSeconds, forgetOn, answers }`: for how long each answer may be
 * remembered, and the events after which it is wrong. Answers during which a service failed are kept for 0 seconds.
 * @throws HttpError 400 when a procedure declares neither `publicFor` nor `anonymousFor`
 */
export async function runSharedCall(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
  picked: PickedRelease,
  call: ParsedCall,
): Promise<Pick<BundleResponse, 'status' | 'body'>> {
  const seconds = call.procedures.map((procedure) => secondsOf(picked.bundle, procedure))
  if (request.method !== 'GET' || seconds.includes(undefined))
    throw new HttpError(400, 'NOT_SHARED', 'The answer of this procedure is not the same for all shoppers.')
  const { scope, hasFailed } = openPublicScope(deps, request, deadline, picked, true)
  const response = await deadline.within(picked.bundle.call(bundleRequest(request, call), scope))
  const { status, body, forgetOn } = response
  const keepForSeconds = hasFailed() || !forgetOn ? seconds.map(() => 0) : seconds
  const head = JSON.stringify({ keepForSeconds, forgetOn: forgetOn ?? [] }).slice(0, -1)
  return { status, body: Buffer.concat([Buffer.from(`${head},"answers":`), body, Buffer.from('}')]) }
}

function secondsOf({ publicFor, anonymousFor }: Declared, procedure: string): number | undefined {
  if (isDeclared(publicFor, procedure)) return publicFor?.[procedure]
  return isDeclared(anonymousFor, procedure) ? anonymousFor?.[procedure] : undefined
}
