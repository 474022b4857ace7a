import type { FastifyRequest } from 'fastify'
import type { BundleRequest, BundleResponse, CallScope } from './bundle/call-scope.ts'
import type { Declared } from './bundle/bundle-messages.ts'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { openCallScope } from './open-call-scope.ts'
import { openPublicScope } from './open-public-scope.ts'
import type { ParsedCall } from './parse-call.ts'
import type { PickedRelease } from './pick-release.ts'

type Answer = Pick<BundleResponse, 'status' | 'body'> & { setCookies: string[] }
type Run = (call: ParsedCall, scope: CallScope) => Promise<BundleResponse>

/**
 * Runs a batch: public procedures without the shopper, the others as the shopper. A batch of both kinds is split, and its answers
 * are put together in the order of the calls.
 */
export async function runCall(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
  picked: PickedRelease,
  call: ParsedCall,
): Promise<Answer> {
  const run: Run = (part, scope) => deadline.within(picked.bundle.call(bundleRequest(request, part), scope))
  const isPublic = (procedure: string) =>
    request.method === 'GET' && isDeclared(picked.bundle.publicFor, procedure)
  const publicCalls = positions(call, isPublic)
  const withoutShopper = () => openPublicScope(deps, request, deadline, picked)
  if (publicCalls.length === call.procedures.length)
    return { ...(await run(call, withoutShopper().scope)), setCookies: [] }
  const { scope, setCookies } = await openCallScope(deps, request, deadline, picked)
  if (publicCalls.length === 0) return { ...(await run(call, scope)), setCookies: setCookies() }
  const personalCalls = positions(call, (procedure) => !isPublic(procedure))
  const [shown, own] = await Promise.all([
    run(partOf(call, publicCalls), withoutShopper().scope),
    run(partOf(call, personalCalls), scope),
  ])
  const answers = [...answersOf(shown, publicCalls), ...answersOf(own, personalCalls)]
  const body = answers.toSorted(([a], [b]) => a - b).map(([, answer]) => answer)
  const status = shown.status === own.status ? own.status : 207
  return { status, body: Buffer.from(JSON.stringify(body)), setCookies: setCookies() }
}

/** Whether a procedure declares a value in a map by its path. */
export const isDeclared = (declared: Declared['publicFor'], procedure: string): boolean =>
  declared !== undefined && Object.hasOwn(declared, procedure)

/** Returns the bundle's request, whose path is built from the parsed names, so that the counted procedures are those that run. */
export function bundleRequest(
  { method, headers, body }: FastifyRequest,
  { mfe, procedures, batch, input }: ParsedCall,
): BundleRequest {
  const endpoint = `/api/${mfe}`
  const search = new URLSearchParams({ ...(batch && { batch: '1' }), ...(input !== null && { input }) })
  return {
    endpoint,
    url: `http://bff${endpoint}/${procedures.join()}?${search}`,
    method,
    contentType: headers['content-type'] ?? 'application/json',
    body: typeof body === 'string' ? body : undefined,
  }
}

function positions({ procedures }: ParsedCall, wanted: (procedure: string) => boolean): number[] {
  return procedures.flatMap((procedure, position) => (wanted(procedure) ? position : []))
}

function partOf(call: ParsedCall, at: number[]): ParsedCall {
  const inputs = inputsOf(call)
  const input = JSON.stringify(Object.fromEntries(at.map((position, n) => [n, inputs[position]])))
  return { ...call, procedures: at.flatMap((position) => call.procedures[position] ?? []), input }
}

/** Returns the inputs by position. Input that is not JSON is none: the procedures refuse it. */
function inputsOf({ input }: ParsedCall): Record<number, unknown> {
  try {
    const inputs: Record<number, unknown> | null = JSON.parse(input ?? '{}')
    return inputs ?? {}
  } catch {
    return {}
  }
}

/** When the bundle refused a whole batch, one error stands for all of its calls. */
function answersOf({ body }: BundleResponse, at: number[]): [number, unknown][] {
  const answers: unknown = JSON.parse(body.toString())
  return at.map((position, n) => [position, Array.isArray(answers) ? answers[n] : answers])
}
