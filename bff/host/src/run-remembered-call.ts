import type { FastifyRequest } from 'fastify'
import { bundleRequest } from './bundle-request.ts'
import type { BundleResponse } from './bundle/call-scope.ts'
import { openQueryDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { marketOf, openPublicScope } from './open-public-scope.ts'
import type { ParsedCall } from './parse-call.ts'
import type { PickedRelease } from './pick-release.ts'

/** An answer that only those get who waited for it. */
class Unremembered extends Error {
  readonly response: BundleResponse
  constructor(response: BundleResponse) {
    super('the answer must not be remembered')
    this.response = response
  }
}

/**
 * Runs public procedures without the shopper, or gives a remembered answer: the same request of the same release, market,
 * locale and origin. Calls of previews share nothing.
 */
export async function runRememberedCall(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
  picked: PickedRelease,
  call: ParsedCall,
): Promise<BundleResponse> {
  const run = async (within: Deadline) => {
    const opened = openPublicScope(deps, request, within, picked, true)
    const response = await within.within(picked.bundle.call(bundleRequest(request, call), opened.scope))
    return { response, hasFailed: opened.hasFailed() }
  }
  const { isPreview, origin, currency, lang } = marketOf(deps, request)
  if (isPreview) return (await run(deadline)).response

  const ask = async () => {
    // Others may wait for the answer, so that the browser that asked first does not end it.
    using own = openQueryDeadline(deps.config)
    const { response, hasFailed } = await run(own)
    const { status, body, forgetOn } = response
    if (status !== 200 || hasFailed || !forgetOn) throw new Unremembered(response)
    const keepForSeconds = Math.min(...call.procedures.map((it) => picked.bundle.publicFor?.[it] ?? 0))
    return { json: body.toString(), keepForSeconds, forgetOn }
  }
  const key = JSON.stringify([picked.name, call.procedures, call.batch, call.input, origin, lang, currency])
  try {
    const json = await deadline.within(deps.answers.get(key, ask))
    return { status: 200, body: Buffer.from(json ?? '') }
  } catch (error) {
    if (error instanceof Unremembered) return error.response
    throw error
  }
}
