import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { limitChecker } from '@mallhive/sandbox/check-limits'
import type { CheckLimits } from '@mallhive/sandbox/check-limits'
import type { PageBundle, ProcessEnd, RenderProcess } from './render-process.ts'

interface RunningRenderProcess {
  process: RenderProcess
  check: CheckLimits
}

/** The place of one render process: whatever happens to a process, the next one follows. */
export interface RenderSlot {
  /** The process that takes pages; undefined while one starts. */
  current: () => RunningRenderProcess | undefined
  /** All processes of the slot: also one that finishes its pages, or that starts. */
  all: () => RunningRenderProcess[]
  /** Replaces the process, which has grown, by another one, and ends it when its pages are done. */
  recycle: () => void
  close: () => void
}

export interface RenderSlotOptions {
  start: () => Promise<RenderProcess>
  mostBytes: number
  /** The bundles that a process executes before it takes pages, those of live releases first. */
  bundles: () => Iterable<PageBundle & { id: string }>
  /** Called when a process of the slot takes pages. */
  onReady: () => void
  onEnd: (end: ProcessEnd) => void
}

/** A page takes a tenth of it. */
const cpuMsPerCall = 40
const firstPauseMs = 100
const longestPauseMs = 10_000
/** A process that finishes its pages is ended after this time. */
const mostDrainMs = 30_000

/** Starts a process, with all bundles, and starts another one whenever it ends. */
export function openRenderSlot(options: RenderSlotOptions): RenderSlot {
  let current: RunningRenderProcess | undefined
  const all = new Set<RunningRenderProcess>()
  let starting = false
  let isClosed = false
  let failures = 0

  async function start(): Promise<void> {
    if (starting || isClosed) return
    starting = true
    try {
      const own = await startOne()
      const old = current
      current = own
      failures = 0
      if (old) void drain(old.process)
      options.onReady()
    } catch (error) {
      failures++
      // `noteEnd` has reported the end of a process that was ready once.
      if (error instanceof BundleFault && error.kind === 'FAILED_TO_START') options.onEnd({ fault: error })
    } finally {
      starting = false
      if (!current) setTimeout(() => void start(), pauseMs()).unref()
    }
  }

  async function startOne(): Promise<RunningRenderProcess> {
    const process = await options.start()
    if (isClosed) process.end()
    const own = { process, check: limitChecker(process, { mostBytes: options.mostBytes, cpuMsPerCall }) }
    all.add(own)
    void noteEnd(own)
    for (let missing = firstMissing(process); missing; missing = firstMissing(process))
      // A bundle that is unusable now has been usable before: the browser renders its part.
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a fault is blamed on the right one
      await process.hold(missing).catch((error: unknown) => {
        if (error instanceof BundleFault) throw error
      })
    return own
  }

  function firstMissing(process: RenderProcess): PageBundle | undefined {
    for (const bundle of options.bundles()) if (!process.holds(bundle.id)) return bundle
    return undefined
  }

  async function noteEnd(own: RunningRenderProcess): Promise<void> {
    const end = await own.process.ended
    all.delete(own)
    if (current === own) current = undefined
    if (end) options.onEnd(end)
    if (!current) void start()
  }

  const pauseMs = () => Math.min(firstPauseMs * 2 ** failures, longestPauseMs)

  void start()
  return {
    current: () => current,
    all: () => [...all],
    recycle: () => void start(),
    close() {
      isClosed = true
      current = undefined
      for (const { process } of all) process.end()
    },
  }
}

/** Ends a process when its pages are done. */
async function drain(process: RenderProcess): Promise<void> {
  const until = performance.now() + mostDrainMs
  while (process.inFlight().length > 0 && performance.now() < until) {
    // oxlint-disable-next-line no-await-in-loop -- until the last page is done
    await new Promise((resolve) => setTimeout(resolve, 100).unref())
  }
  process.end()
}
