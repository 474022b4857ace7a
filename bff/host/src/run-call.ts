import type { FastifyRequest } from 'fastify'
import { bundleRequest } from './bundle-request.ts'
import type { BundleResponse, CallScope } from './bundle/call-scope.ts'
import type { Declared } from './bundle/bundle-messages.ts'
import { maxFrameBytes } from '@mallhive/sandbox/frames'
import type { Deadline } from './deadline.ts'
import type { Deps } from './deps.ts'
import { localeOfCall } from './locale-of.ts'
import { openCallScope } from './open-call-scope.ts'
import type { ParsedCall } from './parse-call.ts'
import type { PickedRelease } from './pick-release.ts'
import { runRememberedCall } from './run-remembered-call.ts'

type Answer = Pick<BundleResponse, 'status' | 'body'> & { setCookies: string[] }

/**
 * Runs a batch: public procedures without the shopper, the others as the shopper. In a batch of both kinds each procedure runs by
 * itself, and the answers are put together unread: parsing the megabytes of one bundle would keep all others waiting.
 */
export async function runCall(
  deps: Deps,
  request: FastifyRequest,
  deadline: Deadline,
  picked: PickedRelease,
  call: ParsedCall,
): Promise<Answer> {
  const run = (part: ParsedCall, scope: CallScope) =>
    deadline.within(picked.bundle.call(bundleRequest(request, part), scope))
  const runPublic = (part: ParsedCall) => runRememberedCall(deps, request, deadline, picked, part)
  const isPublic = (procedure: string) =>
    request.method === 'GET' && isDeclared(picked.bundle.publicFor, procedure)
  if (call.procedures.every(isPublic)) return { ...(await runPublic(call)), setCookies: [] }
  const { scope, setCookies } = await openCallScope(deps, request, deadline, picked, localeOfCall(request))
  if (!call.procedures.some(isPublic)) return { ...(await run(call, scope)), setCookies: setCookies() }
  const answers = await Promise.all(
    singleCalls(call).map((single) =>
      single.procedures.every(isPublic) ? runPublic(single) : run(single, scope),
    ),
  )
  const [{ status } = { status: 500 }] = answers
  const isOneStatus = answers.every((answer) => answer.status === status)
  return { status: isOneStatus ? status : 207, body: listOf(answers), setCookies: setCookies() }
}

/** Whether a procedure declares a value in a map by its path. */
export const isDeclared = (declared: Declared['publicFor'], procedure: string): boolean =>
  declared !== undefined && Object.hasOwn(declared, procedure)

/** Returns each call of a batch as a request of its own. */
function singleCalls(call: ParsedCall): ParsedCall[] {
  const inputs = inputsOf(call)
  return call.procedures.map((procedure, position) => {
    const input = inputs[position]
    return {
      ...call,
      procedures: [procedure],
      batch: false,
      input: input === undefined ? null : JSON.stringify(input),
    }
  })
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

/** @throws Error when the answers together are larger than one may be */
function listOf(answers: BundleResponse[]): Buffer {
  const bytes = answers.reduce((sum, { body }) => sum + body.length, 0)
  if (bytes > maxFrameBytes) throw new Error(`the answers of a batch of ${bytes} bytes are too large`)
  const separated = answers.flatMap(({ body }, n) => [Buffer.from(n === 0 ? '[' : ','), body])
  return Buffer.concat([...separated, Buffer.from(']')])
}
