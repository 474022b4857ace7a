import { isRefusal } from '@mallhive/mfe-kit/bff/refusal'
import type { BundleMessage } from './bundle-messages.ts'
import type { CallScope } from './call-scope.ts'
import type { frameWriter } from './frames.mjs'
import { maxFrameBytes } from './frames.mjs'
import type { AnswerError, HostMessage } from './host-messages.ts'

type RequestMessage = Extract<BundleMessage, { t: 'rpc' | 'guest' | 'cookie' }>

/** Requests that one call may make of the host. */
const mostRequests = 1000
const mostAnswerBytes = maxFrameBytes - 64 * 1024

/** Executes a bundle's request during a call and sends the answer. Returns false when the call exceeds its requests. */
export function answerRequest(
  message: RequestMessage,
  body: Buffer,
  call: { scope: CallScope; requests: number },
  send: ReturnType<typeof frameWriter>,
): boolean {
  const { scope } = call
  if (++call.requests > mostRequests) return false
  if (message.t === 'cookie') {
    scope.setCookie(message)
    return true
  }
  const { id, n } = message
  const answer = (more: Omit<Extract<HostMessage, { t: 'answer' }>, 't' | 'id' | 'n'>, bytes?: Uint8Array) =>
    send({ t: 'answer', id, n, ...more }, bytes)
  const fail = (error: unknown) => answer({ error: errorOf(error) })
  if (message.t === 'guest') void scope.startGuest().then((value) => answer({ value }), fail)
  else void callService(message, body, scope).then((bytes) => answer({}, bytes), fail)
  return true
}

async function callService(
  { rpc, timeoutMs }: Extract<RequestMessage, { t: 'rpc' }>,
  message: Buffer,
  scope: CallScope,
): Promise<Uint8Array> {
  const bytes = await scope.callRpc(rpc, message, timeoutMs)
  if (bytes.length <= mostAnswerBytes) return bytes
  throw new Error(`${rpc} answered ${bytes.length} bytes, which is too much for a bundle`)
}

/** A refusal of a service or of the host keeps its reason and details. */
function errorOf(error: unknown): AnswerError {
  if (isRefusal(error)) {
    const { name, message, kind, reason, details } = error
    return { name, message, kind, reason, details }
  }
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) }
}
