import { HttpError } from '../http-error.ts'
import { BundleFault } from './bundle-fault.ts'
import type { Declared } from './bundle-messages.ts'
import type { BundleProcess } from './bundle-process.ts'
import type { BundleRequest, BundleResponse, CallScope } from './call-scope.ts'
import { limitChecker } from './check-limits.ts'
import type { CheckLimits } from './check-limits.ts'

/** The BFF bundle of one release, across restarts of its process. */
export interface Bundle extends Declared {
  /** `cart@1.5.0` */
  name: string
  /** Starts a process when none runs. @throws HttpError 503 while none can be started */
  call: (request: BundleRequest, scope: CallScope) => Promise<BundleResponse>
}

export interface SupervisedBundle extends Bundle {
  /** The running process and its limit check. */
  running: () => { process: BundleProcess; check: CheckLimits } | undefined
  /** Time of the last call, in ms of the monotonic clock. */
  usedAt: () => number
  faults: () => FaultRecord[]
  /** Starts a process unless one runs, is starting, or must not be started yet. */
  warm: () => void
  /** Ends the process; the next call starts another. */
  rest: () => void
}

export interface FaultRecord {
  kind: string
  message: string
  /** ISO 8601. */
  at: string
}

export interface SupervisedBundleOptions {
  name: string
  start: () => Promise<BundleProcess>
  /** Makes room for one more process. @throws HttpError 503 when there is none */
  claimRoom: () => void
  mostBytes: number
  /** Older faults no longer count. */
  faultWindowMs: number
  onFault: (fault: BundleFault) => void
  now: () => number
}

const firstPauseMs = 250
const longestPauseMs = 30_000
const concurrentCalls = 256
const mostRemembered = 50

/** Starts the bundle, records faults of its processes, and restarts them after growing pauses. @throws BundleFault */
export async function openBundle(options: SupervisedBundleOptions): Promise<SupervisedBundle> {
  const { name, now } = options
  let current: { process: BundleProcess; check: CheckLimits } | undefined
  let starting: Promise<BundleProcess> | undefined
  let faults: (FaultRecord & { clock: number })[] = []
  let pausedUntil = 0
  let usedAt = now()

  async function start(): Promise<BundleProcess> {
    try {
      const started = await options.start()
      const own = { process: started, check: limitChecker(started, options.mostBytes) }
      current = own
      void noteEnd(own)
      return started
    } catch (error) {
      if (error instanceof BundleFault) blame(error)
      throw error
    } finally {
      starting = undefined
    }
  }

  async function noteEnd(own: NonNullable<typeof current>): Promise<void> {
    const fault = await own.process.ended
    if (current === own) current = undefined
    if (fault) blame(fault)
  }

  function blame(fault: BundleFault): void {
    const clock = now()
    const { kind, message } = fault
    faults = [...faults, { kind, message, at: new Date().toISOString(), clock }].slice(-mostRemembered)
    pausedUntil = clock + Math.min(firstPauseMs * 2 ** (recent().length - 1), longestPauseMs)
    options.onFault(fault)
  }

  function recent(): FaultRecord[] {
    return faults.flatMap(({ clock, ...fault }) => (now() - clock < options.faultWindowMs ? [fault] : []))
  }

  async function runningProcess(): Promise<BundleProcess> {
    if (current) return current.process
    if (starting) return starting
    if (now() < pausedUntil) throw paused(name, pausedUntil - now())
    options.claimRoom()
    return (starting = start())
  }

  const { declared } = await runningProcess()
  return {
    name,
    ...declared,
    async call(request, scope) {
      usedAt = now()
      if ((current?.process.inFlight() ?? 0) >= concurrentCalls) throw busy(name)
      try {
        return await (await runningProcess()).call(request, scope)
      } catch (error) {
        throw error instanceof BundleFault ? failed(name) : error
      }
    },
    running: () => current,
    usedAt: () => usedAt,
    faults: recent,
    warm() {
      if (!current && !starting && now() >= pausedUntil) runningProcess().catch(() => {})
    },
    rest() {
      current?.process.end()
      current = undefined
    },
  }
}

const failed = (name: string) =>
  new HttpError(503, 'BUNDLE_FAILED', `The API of ${name} failed while it was answering. Please try again.`)

const busy = (name: string) =>
  new HttpError(503, 'BUNDLE_BUSY', `The API of ${name} has too much to do. Please try again.`, {
    'retry-after': '1',
  })

const paused = (name: string, leftMs: number) =>
  new HttpError(503, 'BUNDLE_RESTARTING', `The API of ${name} failed and is started again in a moment.`, {
    'retry-after': String(Math.ceil(leftMs / 1000)),
  })
