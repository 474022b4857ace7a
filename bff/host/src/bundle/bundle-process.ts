import type { RequestHost } from './answer-request.ts'
import type { Breakers } from './breakers.ts'
import type { FaultKind } from '@mallhive/sandbox/bundle-fault'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { parseBundleMessage } from './bundle-messages.ts'
import type { BundleMessage, Declared } from './bundle-messages.ts'
import type { HostMessage } from './host-messages.ts'
import type { BundleRequest, BundleResponse, CallScope } from './call-scope.ts'
import { openCallsInFlight } from './calls-in-flight.ts'
import { handleMessage } from './handle-message.ts'
import type { HostSide } from './handle-message.ts'
import { hangDetector } from './hang-detector.ts'
import { openLogBudget } from '@mallhive/sandbox/log-budget'
import { openChannel } from '@mallhive/sandbox/open-channel'
import { openPings } from '@mallhive/sandbox/open-pings'
import { openServiceSlots } from './service-slots.ts'
import type { ServiceCalls } from './service-slots.ts'
import { spawnBundle } from './spawn-bundle.ts'
import { watchStart } from '@mallhive/sandbox/watch-start'
import type { StartLimits } from '@mallhive/sandbox/watch-start'

export interface BundleProcess {
  pid: number
  declared: Declared
  /** Number of calls answered so far. */
  answered: () => number
  inFlight: () => number
  /** Whether the process has work that it has not confirmed to have ended. */
  busy: () => boolean
  /** @throws BundleFault when the process ends during the call, AbortError when the call's signal aborts */
  call: (request: BundleRequest, scope: CallScope) => Promise<BundleResponse>
  /** Resolves when the process answers, which proves that its event loop is not blocked. */
  ping: () => Promise<void>
  /** Ends the process because of a fault. Calls in flight fail. */
  fail: (kind: FaultKind, message: string) => void
  /** Ends the process because it is no longer needed. */
  end: () => void
  /** How the process ended; undefined when the host ended it. */
  ended: Promise<BundleFault | undefined>
}

export interface BundleProcessOptions
  extends StartLimits, Pick<RequestHost, 'cookies' | 'onRefusedCookie'>, Pick<HostSide, 'onLog'> {
  spawn?: typeof spawnBundle
  /** `cart@1.5.0` */
  name: string
  filename: string
  code: string
  /** Shared by all processes. */
  serviceCalls: ServiceCalls
  /** Shared by all processes of the micro frontend. */
  breakers: Breakers
}

/** Calls that ended early and that a process may leave unconfirmed. */
const mostUnconfirmed = 256

/** Starts a bundle in a process of its own and resolves when it can be called. @throws BundleFault FAILED_TO_START */
export async function startBundleProcess(options: BundleProcessOptions): Promise<BundleProcess> {
  const { spawn = spawnBundle } = options
  const child = spawn(options.name, options.mostBytes)
  const { pid = 0 } = child
  const logBudget = openLogBudget()
  const ready = Promise.withResolvers<Declared>()
  const ended = Promise.withResolvers<BundleFault | undefined>()
  let state: 'starting' | 'ready' | 'ended' = 'starting'

  const { send, unreadBytes } = openChannel<HostMessage, BundleMessage>(child, {
    parse: parseBundleMessage,
    message: receive,
    malformed: (problem) => fail('MALFORMED', problem),
    errorOutput: (bytes) => {
      if (!logBudget.spend(bytes)) fail('FLOODED', 'log budget exceeded on standard error')
    },
    ended: stop,
  })
  const { ping, pong } = openPings(send)
  const noteHang = hangDetector({ ping, onHangs: (message) => fail('HANGING', message) })
  const calls = openCallsInFlight(send, (cancelled) => {
    noteHang(cancelled.time)
    if (calls.unconfirmed() > mostUnconfirmed) fail('UNRESPONSIVE', 'it does not end cancelled calls')
  })
  const { breakers, cookies, onRefusedCookie, onLog } = options
  const isRunning = () => state !== 'ended'
  const [mfe = ''] = options.name.split('@')
  const slots = openServiceSlots(options.serviceCalls, { mfe, pid, unreadBytes })
  const requests = { send, slots, breakers, cookies, onRefusedCookie, isRunning }
  const host: HostSide = { ready: becomeReady, pong, calls, requests, logBudget, onLog }
  send({ t: 'start', filename: options.filename }, Buffer.from(options.code))
  const watch = watchStart(pid, options, fail)

  function becomeReady(declared: Declared): boolean {
    if (state !== 'starting') return false
    state = 'ready'
    ready.resolve(declared)
    return true
  }

  function fail(kind: FaultKind, message: string): void {
    stop(new BundleFault(kind, message))
  }

  function stop(fault: BundleFault | undefined): void {
    if (state === 'ended') return
    const cause = state === 'starting' && fault ? new BundleFault('FAILED_TO_START', fault.message) : fault
    state = 'ended'
    watch[Symbol.dispose]()
    child.kill('SIGKILL')
    const error = cause ?? new BundleFault('EXITED', 'the process was not needed any more')
    ready.reject(error)
    calls.failAll(error)
    ended.resolve(cause)
  }

  function receive(message: BundleMessage, body: Buffer): void {
    if (state === 'ended') return
    const fault = handleMessage(message, body, host)
    if (fault) stop(fault)
  }

  function call(request: BundleRequest, scope: CallScope): Promise<BundleResponse> {
    if (state === 'ended') return Promise.reject(new BundleFault('EXITED', 'the process has ended'))
    logBudget.earn()
    return calls.open(request, scope)
  }

  const declared = await ready.promise.finally(() => watch[Symbol.dispose]())
  return {
    pid,
    declared,
    answered: calls.answered,
    inFlight: calls.size,
    busy: () => calls.size() + calls.unconfirmed() > 0,
    call,
    ping,
    fail,
    end: () => stop(undefined),
    ended: ended.promise,
  }
}
