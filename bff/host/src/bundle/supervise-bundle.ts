import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { Declared } from './bundle-messages.ts'
import type { BundleProcess } from './bundle-process.ts'
import type { BundleRequest, BundleResponse, CallScope } from './call-scope.ts'
import { bundleRefusals } from './bundle-refusals.ts'
import { limitChecker } from '@mallhive/sandbox/check-limits'
import type { CheckLimits } from '@mallhive/sandbox/check-limits'
import type { FaultHistory } from '@mallhive/sandbox/fault-history'

/** The BFF bundle of one release, across restarts of its process. */
export interface Bundle extends Declared {
  /** `cart@1.5.0` */
  name: string
  /** Starts a process when none runs. @throws HttpError 503 while none can be started */
  call: (request: BundleRequest, scope: CallScope) => Promise<BundleResponse>
}

export interface SupervisedBundle {
  name: string
  /** Starts the first process. @throws BundleFault, HttpError 503 */
  open: () => Promise<Bundle>
  /** The running process and its limit check. */
  running: () => { process: BundleProcess; check: CheckLimits } | undefined
  /** Whether a process runs or is starting. */
  occupied: () => boolean
  /** Whether a process is starting or has calls in flight. */
  busy: () => boolean
  /** Time of the last call, in ms of the monotonic clock. */
  usedAt: () => number
  /** Records a fault; one that ends the process also delays its next start. */
  blame: (fault: BundleFault) => void
  /** Starts a process unless one runs, is starting, or must not be started yet. */
  warm: () => void
  /** Ends the process; the next call starts another. */
  rest: () => void
  /** Refuses further calls until those in flight have ended, then ends the process; the next call starts another. */
  drain: () => void
  /** Ends the process for good. */
  close: () => void
}

export interface SupervisedBundleOptions {
  name: string
  start: () => Promise<BundleProcess>
  /** Makes room for one more process. @throws HttpError 503 when there is none */
  claimRoom: () => void
  mostBytes: number
  /** Faults of the release, also of its earlier bundles. */
  faults: FaultHistory
  /** @param ends recent faults that ended a process */
  onFault: (fault: BundleFault, ends: number) => void
  now: () => number
}

const concurrentCalls = 256
const cpuMsPerCall = 100

/** Starts and restarts the process of a bundle, with growing pauses after its faults. */
export function superviseBundle(options: SupervisedBundleOptions): SupervisedBundle {
  const { name, now, faults } = options
  let current: { process: BundleProcess; check: CheckLimits } | undefined
  let starting: Promise<BundleProcess> | undefined
  let state: 'open' | 'draining' | 'closed' = 'open'
  /** Calls in flight and calls that wait for a start. */
  let calls = 0
  let usedAt = now()

  async function start(): Promise<BundleProcess> {
    try {
      const started = await options.start()
      if (state === 'closed') {
        started.end()
        throw bundleRefusals.unloaded()
      }
      const own = {
        process: started,
        check: limitChecker(started, { mostBytes: options.mostBytes, cpuMsPerCall }),
      }
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
    faults.add(fault)
    options.onFault(fault, faults.ends())
  }

  async function runningProcess(): Promise<BundleProcess> {
    if (state === 'closed') throw bundleRefusals.unloaded()
    if (current) return current.process
    if (starting) return starting
    const pauseMs = faults.pauseLeftMs()
    if (pauseMs > 0) throw bundleRefusals.restarting(pauseMs)
    options.claimRoom()
    // Set before anything else can run, so that the room counts as taken.
    return (starting = start())
  }

  async function call(request: BundleRequest, scope: CallScope): Promise<BundleResponse> {
    usedAt = now()
    if (state === 'draining' || calls >= concurrentCalls) throw bundleRefusals.busy()
    calls++
    try {
      return await (await runningProcess()).call(request, scope)
    } catch (error) {
      if (error instanceof BundleFault) throw bundleRefusals.failed()
      throw scope.signal.aborted ? bundleRefusals.cancelled() : error
    } finally {
      calls--
      restWhenDrained()
    }
  }

  function restWhenDrained(): void {
    if (state !== 'draining' || calls > 0) return
    state = 'open'
    rest()
  }

  function rest(): void {
    current?.process.end()
    current = undefined
  }

  return {
    name,
    open: async () => ({ name, ...(await runningProcess()).declared, call }),
    running: () => current,
    occupied: () => current !== undefined || starting !== undefined,
    busy: () => starting !== undefined || calls > 0,
    usedAt: () => usedAt,
    blame,
    warm() {
      if (state === 'draining') state = 'open'
      if (!current && !starting && faults.pauseLeftMs() <= 0) runningProcess().catch(() => {})
    },
    rest,
    drain() {
      if (state === 'open' && current) state = 'draining'
    },
    close() {
      state = 'closed'
      rest()
    },
  }
}
