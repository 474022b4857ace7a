import { counter, gauge } from '@mallhive/process-kit/telemetry'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { FaultHistory, FaultRecord } from '@mallhive/sandbox/fault-history'
import { openFaultMemory } from '@mallhive/sandbox/fault-memory'
import { usage } from '@mallhive/sandbox/process-usage'
import { versionKey } from '@mallhive/release-runtime/registry/version-key'
import { heldRelease } from './held-release.ts'
import type { PageJob, PageResult } from './page-job.ts'
import { RenderFailed } from './render-failed.ts'
import { startRenderProcess } from './render-process.ts'
import type {
  CacheSeconds,
  PageBundle,
  ProcessEnd,
  RenderProcess,
  RenderProcessOptions,
} from './render-process.ts'
import { openRenderSlot } from './render-slot.ts'
import type { RenderSlot } from './render-slot.ts'
import { openTurns } from './open-turns.ts'
import { traceFields } from '../trace-fields.ts'

/** The processes that execute the server bundles of pages. The shell itself executes none. */
export interface RenderPool extends Disposable {
  /** Executes a release's bundle in all processes. @throws Error with the reason why it is unusable */
  open: (release: RemoteRelease, filename: string, code: string) => Promise<void>
  /** Leaves pages of a release to the browser, and executes its bundle in no new process, for this time. */
  pause: (id: string, ms: number) => void
  /** Forgets the bundle of a release. */
  close: (id: string) => void
  /** Loads and renders a page. @throws RenderFailed when no process can, AbortError when the client has gone */
  show: (job: PageJob) => Promise<PageResult>
  /** Seconds for which documents of a page may be sent again. */
  cacheSeconds: (id: string, expose: string) => number
  status: () => { pids: number[]; faults: (FaultRecord & { release: string })[] }
}

export type FaultyRelease = Pick<RemoteRelease, 'id' | 'name' | 'version'>

export interface RenderPoolOptions {
  log: Log
  processes: number
  /** Resident memory of one process; beyond it the process is ended. */
  mostMb: number
  spawn: RenderProcessOptions['spawn']
  /** Called with each fault of a release. @param ends recent faults of it */
  onFault?: (release: FaultyRelease, fault: BundleFault, ends: number) => void
  faultWindowMs?: number
  now?: () => number
}

interface OpenBundle extends PageBundle {
  id: string
  name: string
  version: string
  cacheSeconds: CacheSeconds
  faults: FaultHistory
}

/** Pages that one process works on at once; others wait. Their rendering must not keep it from answering a ping. */
const mostPerProcess = 16
/** Of one address while there are pages of others. People behind one address share these. */
const mostOfOnePerProcess = 4
const noAddress: ReadonlySet<string> = new Set()
const mostWaitMs = 10_000
const startWithinMs = 20_000
/** A process that has grown to this share of its limit is replaced. */
const recycleShare = 0.75

/** Starts the processes, and others for those that end. */
export function openRenderPool(options: RenderPoolOptions): RenderPool {
  const { log, processes, mostMb, faultWindowMs = 5 * 60_000, now = () => performance.now() } = options
  const mostBytes = mostMb * 1e6
  const bundles = new Map<string, OpenBundle>()
  const isInUse = (key: string) => [...bundles.values()].some((it) => versionKey(it.name, it.version) === key)
  const memory = openFaultMemory({ faultWindowMs, now, inUse: isInUse })
  const turns = openTurns({
    hasRoom: () => leastBusy() !== undefined,
    running: () => countByAddress(running()),
    mostOfOne: processes * mostOfOnePerProcess,
    mostWaitMs,
    now,
  })
  const faults = counter('shell_render_faults_total', 'Faults that ended a render process', [
    'release',
    'fault',
  ])
  faults.inc({ release: 'unknown', fault: 'EXITED' }, 0)
  gauge('shell_render_processes', 'Render processes', [], (it) => it.set(running().length))

  const slots: RenderSlot[] = Array.from({ length: processes }, () =>
    openRenderSlot({
      start: () =>
        startRenderProcess({
          spawn: options.spawn,
          mostBytes,
          startWithinMs,
          onPageClosed: turns.give,
          onLog: ({ level, message, fields }, traceparent) =>
            log[level]({ page: fields, ...traceFields(traceparent) }, message),
        }),
      mostBytes,
      bundles: () => [...bundles.values()].filter(({ faults: its }) => its.pauseLeftMs() <= 0),
      onReady: turns.give,
      onEnd: blame,
    }),
  )

  const running = () =>
    slots.flatMap((slot) => slot.current()?.process ?? []).filter((process) => process.isRunning())

  function blame({ fault, release: id }: ProcessEnd): void {
    const bundle = id === undefined ? undefined : bundles.get(id)
    const release = bundle ? versionKey(bundle.name, bundle.version) : 'unknown'
    faults.inc({ release, fault: fault.kind })
    log.error(
      { release, fault: fault.kind, why: fault.message },
      'a page is at fault: its render process ended',
    )
    if (!bundle) return
    bundle.faults.add(fault)
    options.onFault?.(bundle, fault, bundle.faults.ends())
  }

  /** Returns the process with the fewest pages, if it has room for another. */
  function leastBusy(): RenderProcess | undefined {
    const [least] = running().toSorted((a, b) => a.inFlight().length - b.inFlight().length)
    return least && least.inFlight().length < mostPerProcess ? least : undefined
  }

  /** Gives work to the least busy process, at once where one has room and the address has a turn. */
  const withFree = <T>(
    addresses: ReadonlySet<string>,
    signal: AbortSignal,
    use: (process: RenderProcess) => Promise<T>,
  ) => turns.take(addresses, signal, () => use(leastBusy()!))

  /** Ids of releases that have just failed, which wait longer each time. */
  const pausing = (job: PageJob) =>
    Object.values(job.releases)
      .map(({ id }) => id)
      .filter((id) => (bundles.get(id)?.faults.pauseLeftMs() ?? 0) > 0)

  async function show(job: PageJob): Promise<PageResult> {
    // A page that only waited in a process that ended is rendered by the next one, once: loaders only read.
    for (let attempt = 1; ; attempt++) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
        return await withFree(job.addresses, job.signal, (process) => process.show(job, pausing(job)))
      } catch (error) {
        const mayRetry = error instanceof BundleFault || (error instanceof RenderFailed && !error.wasHit)
        if (!mayRetry || attempt > 1) throw error
      }
    }
  }

  async function open(release: RemoteRelease, filename: string, code: string): Promise<void> {
    const { id, name, version } = release
    const bundle = { id, name, version, held: heldRelease(release), filename, code }
    const key = versionKey(name, version)
    try {
      const cacheSeconds = await withFree(noAddress, AbortSignal.timeout(startWithinMs), (process) =>
        process.hold(bundle),
      )
      bundles.set(id, { ...bundle, cacheSeconds, faults: memory.of(key) })
      // The second process never executes a bundle that ends the first one.
      const others = running().filter((process) => !process.holds(id))
      await Promise.all(others.map((process) => process.hold(bundle)))
    } catch (error) {
      close(id)
      if (error instanceof BundleFault) noteStart(key, release, error)
      throw error
    }
  }

  /** A bundle that ends its process when it is executed is blamed by name; `blame` does not know it yet. */
  function noteStart(key: string, release: RemoteRelease, fault: BundleFault): void {
    const history = memory.of(key)
    history.add(new BundleFault('FAILED_TO_START', fault.message))
    options.onFault?.(release, fault, history.ends())
  }

  function close(id: string): void {
    bundles.delete(id)
    for (const slot of slots) for (const { process } of slot.all()) if (process.holds(id)) process.drop(id)
  }

  let watching = false
  async function watch(): Promise<void> {
    if (watching) return
    watching = true
    try {
      await checkAll()
      holdAgain()
    } finally {
      watching = false
    }
  }

  async function checkAll(): Promise<void> {
    const all = slots.flatMap((slot) => slot.all())
    const found = await usage.read(all.map(({ process }) => process.pid))
    for (const slot of slots)
      for (const it of slot.all()) {
        const used = found.get(it.process.pid)
        if (!used) continue
        it.process.noteRunning()
        it.check(used, now())
        if (it === slot.current() && used.rssBytes > recycleShare * mostBytes) slot.recycle()
      }
  }
  /** Gives processes that started during the pause of a release its bundle. */
  function holdAgain(): void {
    for (const bundle of bundles.values())
      for (const process of running())
        // A fault is blamed when the process ends.
        if (bundle.faults.pauseLeftMs() <= 0 && !process.holds(bundle.id))
          process.hold(bundle).catch(() => {})
  }

  const timer = setInterval(() => void watch(), usage.everyMs).unref()

  return {
    open,
    pause: (id, ms) => bundles.get(id)?.faults.pause(ms),
    close,
    show,
    cacheSeconds: (id, expose) => bundles.get(id)?.cacheSeconds[expose] ?? 0,
    status: () => ({
      pids: running().map(({ pid }) => pid),
      faults: [...memory.recent()].flatMap(([release, its]) => its.map((fault) => ({ ...fault, release }))),
    }),
    [Symbol.dispose]() {
      clearInterval(timer)
      for (const slot of slots) slot.close()
    },
  }
}

function countByAddress(processes: RenderProcess[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const process of processes)
    for (const address of process.inFlight()) counts.set(address, (counts.get(address) ?? 0) + 1)
  return counts
}
