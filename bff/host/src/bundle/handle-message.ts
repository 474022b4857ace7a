import { answerRequest, floodOfRequests } from './answer-request.ts'
import type { RequestHost } from './answer-request.ts'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { BundleMessage, Declared } from './bundle-messages.ts'
import type { CallScope } from './call-scope.ts'
import type { CallsInFlight } from './calls-in-flight.ts'
import type { LogBudget } from '@mallhive/sandbox/log-budget'
import type { Pings } from '@mallhive/sandbox/open-pings'

/** The host's side of one process, which its messages act upon. */
export interface HostSide extends Pick<Pings, 'pong'> {
  /** Returns false when the process was ready before. */
  ready: (declared: Declared) => boolean
  calls: CallsInFlight
  requests: RequestHost
  logBudget: LogBudget
  /** A line that the bundle logs, outside any call when `scope` is absent. */
  onLog: (line: Extract<BundleMessage, { t: 'log' }>, scope: CallScope | undefined) => void
}

/** Executes a valid message. Returns the fault of a process that is not entitled to it. */
export function handleMessage(message: BundleMessage, body: Buffer, host: HostSide): BundleFault | undefined {
  if (body.length > 0 && message.t !== 'rpc' && message.t !== 'response') return unexpected(message)
  switch (message.t) {
    case 'ready':
      return host.ready(message.declared) ? undefined : unexpected(message)
    case 'pong':
      return host.pong(message.n) ? undefined : unexpected(message)
    case 'response':
      return host.calls.settle(message, body) ? undefined : unexpected(message)
    case 'log':
      return log(message, host)
    default:
      return request(message, body, host)
  }
}

function request(
  message: Parameters<typeof answerRequest>[0],
  body: Buffer,
  { calls, requests }: HostSide,
): BundleFault | undefined {
  const call = calls.get(message.id)
  if (!call) return lateRequest(message, calls)
  if (call.within(() => answerRequest(message, body, call, requests))) return undefined
  return new BundleFault('FLOODED', `${call.requests} requests in one call`)
}

/** Ignores requests that were under way when their call ended, as many as the call could have made. */
function lateRequest(
  message: Parameters<typeof answerRequest>[0],
  calls: CallsInFlight,
): BundleFault | undefined {
  const call = calls.cancelled(message.id)
  if (!call) return unexpected(message)
  if (++call.requests <= floodOfRequests) return undefined
  return new BundleFault('FLOODED', `${call.requests} requests in one call, which has ended`)
}

function log(
  message: Extract<BundleMessage, { t: 'log' }>,
  { calls, logBudget, onLog }: HostSide,
): BundleFault | undefined {
  const bytes = message.message.length + JSON.stringify(message.fields).length
  if (bytes > mostLineChars) return new BundleFault('MALFORMED', `a log line of ${bytes} characters`)
  if (!logBudget.spend(bytes)) return new BundleFault('FLOODED', 'log budget exceeded')
  onLog(message, calls.get(message.id ?? 0)?.scope)
  return undefined
}

/** The bundle's program cuts its lines to far less; longer ones would cost the host's event loop. */
const mostLineChars = 64 * 1024

const unexpected = ({ t }: BundleMessage) => new BundleFault('MALFORMED', `unexpected "${t}" message`)
