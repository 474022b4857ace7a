import { counter, gauge } from '@mallhive/process-kit/telemetry'
import type { Log } from '@mallhive/process-kit/telemetry'
import { HttpError } from '../http-error.ts'
import type { BundleFault } from './bundle-fault.ts'
import { startBundleProcess } from './bundle-process.ts'
import { openBundle } from './open-bundle.ts'
import type { Bundle, FaultRecord, SupervisedBundle } from './open-bundle.ts'
import { usage } from './process-usage.ts'

export interface BundlePool extends Disposable {
  /** Runs a release's bundle in a process of its own. @throws BundleFault FAILED_TO_START, HttpError 503 */
  open: (bundle: { name: string; filename: string; code: string; live: boolean }) => Promise<Bundle>
  /** Ends the process of a release that is no longer needed. */
  close: (name: string) => void
  status: () => BundleStatus[]
}

export interface BundleStatus {
  release: string
  pid?: number
  faults: FaultRecord[]
}

export interface BundlePoolOptions {
  log: Log
  /** Resident memory of one process; beyond it the process is ended. */
  mostMb: number
  /** Most processes of releases that are not live: superseded versions and previews. */
  mostSpare: number
  faultWindowMs: number
  /** Releases whose process is kept running. */
  live: () => Set<string>
  onFault: (name: string, fault: BundleFault, recent: number) => void
  startWithinMs?: number
  now?: () => number
}

/** Manages the processes of all bundles: live ones keep running, others start on demand and the least recently used end. */
export function openBundlePool(options: BundlePoolOptions): BundlePool {
  const { log, mostMb, startWithinMs = 10_000, now = () => performance.now() } = options
  const bundles = new Map<string, SupervisedBundle>()
  const faults = counter('bff_bundle_faults_total', 'Ends of bundle processes by their own fault', [
    'release',
    'fault',
  ])
  gauge('bff_bundle_processes', 'Processes of BFF bundles', [], (it) => it.set(running().length))

  function running(): SupervisedBundle[] {
    return [...bundles.values()].filter((bundle) => bundle.running())
  }

  /** Ends the least recently used process that is neither live nor busy, when there are too many. */
  function claimRoom(): void {
    const live = options.live()
    const spare = running().filter(({ name }) => !live.has(name))
    if (spare.length < options.mostSpare) return
    const [oldest] = spare
      .filter((bundle) => bundle.running()?.process.inFlight() === 0)
      .toSorted((a, b) => a.usedAt() - b.usedAt())
    if (!oldest) throw new HttpError(503, 'BUNDLE_BUSY', 'Too many versions are in use. Please try again.')
    oldest.rest()
  }

  function noteFault(name: string, fault: BundleFault): void {
    faults.inc({ release: name, fault: fault.kind })
    log.error({ release: name, fault: fault.kind, why: fault.message }, 'BFF bundle process failed')
    options.onFault(name, fault, bundles.get(name)?.faults().length ?? 1)
  }

  async function open({ name, filename, code, live }: Parameters<BundlePool['open']>[0]): Promise<Bundle> {
    const bundle = await openBundle({
      name,
      now,
      mostBytes: mostMb * 1e6,
      faultWindowMs: options.faultWindowMs,
      claimRoom: () => live || options.live().has(name) || claimRoom(),
      onFault: (fault) => noteFault(name, fault),
      start: () =>
        startBundleProcess({
          name,
          filename,
          code,
          mostBytes: mostMb * 1e6,
          startWithinMs,
          onLog: ({ level, message, fields }, scope) =>
            (scope?.log ?? log.child({ release: name }))[level]({ bundle: fields }, message),
        }),
    })
    bundles.set(name, bundle)
    return bundle
  }

  let reading = false
  async function look(): Promise<void> {
    if (reading) return
    reading = true
    try {
      await lookOnce()
    } finally {
      reading = false
    }
  }

  async function lookOnce(): Promise<void> {
    const live = options.live()
    for (const bundle of bundles.values()) if (live.has(bundle.name)) bundle.warm()
    const found = await usage.read(running().flatMap((bundle) => bundle.running()?.process.pid ?? []))
    for (const bundle of running()) {
      const it = bundle.running()
      const used = it && found.get(it.process.pid)
      if (used) it.check(used, now())
    }
  }
  const timer = setInterval(() => void look(), usage.everyMs).unref()

  function close(name: string): void {
    const bundle = bundles.get(name)
    bundles.delete(name)
    bundle?.rest()
  }

  return {
    open,
    close,
    status: () =>
      [...bundles.values()].map((bundle) => ({
        release: bundle.name,
        pid: bundle.running()?.process.pid,
        faults: bundle.faults(),
      })),
    [Symbol.dispose]() {
      clearInterval(timer)
      for (const name of bundles.keys()) close(name)
    },
  }
}
