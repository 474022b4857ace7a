import { isRefusal } from '@mallhive/mfe-kit/bff/refusal'
import type { Breakers } from './breakers.ts'
import type { BundleMessage } from './bundle-messages.ts'
import type { CallInFlight } from './calls-in-flight.ts'
import type { CallScope } from './call-scope.ts'
import { mostCookieBytes, mostCookies } from './cookie-budget.ts'
import type { CookieBudget } from './cookie-budget.ts'
import { maxFrameBytes } from '@mallhive/sandbox/frames'
import type { AnswerError, HostMessage } from './host-messages.ts'
import type { Channel } from '@mallhive/sandbox/open-channel'
import type { ServiceSlots } from './service-slots.ts'

type RequestMessage = Extract<BundleMessage, { t: 'rpc' | 'guest' | 'cookie' }>

/**
 * Requests that one call may make of the host; further ones are refused. A procedure of the mall makes five at most, and a batch
 * has ten.
 */
const mostRequests = 100
const tooManyRequests = `a call may make ${mostRequests} requests`
/** More requests in one call are a flood, which ends the process. */
export const floodOfRequests = 1000
const mostAnswerBytes = maxFrameBytes - 64 * 1024

export interface RequestHost {
  send: Channel<HostMessage>['send']
  slots: ServiceSlots
  /** Those of the micro frontend, shared by all of its versions. */
  breakers: Breakers
  cookies: CookieBudget
  onRefusedCookie: (why: string) => void
  /** Whether the process has not ended. */
  isRunning: () => boolean
}

/** Executes a bundle's request during a call and sends the answer, or refuses it. Returns false when the call floods the host. */
export function answerRequest(
  message: RequestMessage,
  body: Buffer,
  call: CallInFlight,
  { send, slots, breakers, cookies, onRefusedCookie, isRunning }: RequestHost,
): boolean {
  const { scope } = call
  if (++call.requests > floodOfRequests) return false
  const tooMany = call.requests > mostRequests
  if (message.t === 'cookie') {
    if (tooMany) onRefusedCookie(`the cookie "${message.name}" was dropped: ${tooManyRequests}`)
    else if (cookies.allows(message)) scope.setCookie(message)
    else
      onRefusedCookie(
        `the cookie "${message.name}" was dropped: a release may use ${mostCookies} names and ${mostCookieBytes} bytes`,
      )
    return true
  }
  const { id, n } = message
  const answer = (
    more: Omit<Extract<HostMessage, { t: 'answer' }>, 't' | 'id' | 'n'>,
    bytes?: Uint8Array,
  ) => {
    call.time.answered()
    if (!scope.signal.aborted) send({ t: 'answer', id, n, ...more }, bytes)
  }
  const fail = (error: unknown) => answer({ error: errorOf(error) })
  call.time.asked()
  if (tooMany) fail(new Error(tooManyRequests))
  else if (message.t === 'guest') void scope.startGuest().then((value) => answer({ value }), fail)
  else {
    const serve = () => (isRunning() ? callService(message, body, scope, breakers) : Promise.reject(ended()))
    void slots.run(id, body, serve).then((bytes) => answer({}, bytes), fail)
  }
  return true
}

async function callService(
  { rpc, timeoutMs }: Extract<RequestMessage, { t: 'rpc' }>,
  message: Buffer,
  scope: CallScope,
  breakers: Breakers,
): Promise<Uint8Array> {
  scope.signal.throwIfAborted()
  const call = () => scope.callRpc(rpc, message, timeoutMs)
  const [service = ''] = rpc.split('/')
  const bytes = await (timeoutMs === undefined ? call() : breakers.run(service, call))
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

const ended = () => new Error('the process has ended')
