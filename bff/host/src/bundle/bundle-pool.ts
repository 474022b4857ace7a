import { counter, gauge } from '@mallhive/process-kit/telemetry'
import type { Log } from '@mallhive/process-kit/telemetry'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { Declared } from './bundle-messages.ts'
import { openBreakers } from './breakers.ts'
import { startBundleProcess } from './bundle-process.ts'
import { claimRoom, shrinkRoom } from './claim-room.ts'
import type { Room } from './claim-room.ts'
import { openCookieBudget } from './cookie-budget.ts'
import type { FaultRecord } from '@mallhive/sandbox/fault-history'
import { openFaultMemory } from '@mallhive/sandbox/fault-memory'
import { openServiceCalls } from './service-slots.ts'
import { superviseBundle } from './supervise-bundle.ts'
import type { Bundle, SupervisedBundle } from './supervise-bundle.ts'
import { watchUsage } from './watch-usage.ts'

export interface BundlePool extends Disposable {
  /** Runs a release's bundle in a process of its own. @throws BundleFault FAILED_TO_START, HttpError 503 */
  open: (bundle: BundleCode) => Promise<Bundle>
  /** Ends the process of a release that is no longer needed. */
  close: (name: string) => void
  /** Returns the bundles, and releases without one that failed recently, such as by not starting. */
  status: () => BundleStatus[]
}

interface BundleCode {
  /** `cart@1.5.0` */
  name: string
  filename: string
  code: string
  live: boolean
}

export interface BundleStatus {
  release: string
  pid?: number
  /** What its procedures declare; undefined while no process runs. */
  declared?: Declared
  faults: FaultRecord[]
}

interface FaultyRelease {
  /** Recent faults of the release that ended its process. */
  ends: number
  /** Whether the release is live, or is to be once it has started. */
  live: boolean
}

export interface BundlePoolOptions extends Room {
  log: Log
  /** Resident memory of one process; beyond it the process is ended. */
  mostMb: number
  faultWindowMs: number
  /** Releases whose process is kept running. */
  live: () => Set<string>
  onFault: (name: string, fault: BundleFault, state: FaultyRelease) => void
  startWithinMs?: number
  now?: () => number
}

/** Manages the processes of all bundles: live ones keep running, others start on demand and the least recently used end. */
export function openBundlePool(options: BundlePoolOptions): BundlePool {
  const { log, mostMb, startWithinMs = 10_000, now = () => performance.now() } = options
  const mostBytes = mostMb * 1e6
  const bundles = new Map<string, SupervisedBundle>()
  const memory = openFaultMemory({ ...options, now, inUse: (name) => bundles.has(name) })
  const serviceCalls = openServiceCalls()
  /** Releases that are to be live once they have started. */
  const openingLive = new Set<string>()
  const faults = counter('bff_bundle_faults_total', 'Faults of bundles, most of which end their process', [
    'release',
    'fault',
  ])
  gauge('bff_bundle_processes', 'Processes of BFF bundles', [], (it) => it.set(occupied().length))
  gauge('bff_bundles_at_fault', 'Releases with recent faults', [], (it) => it.set(memory.recent().size))

  const occupied = () => [...bundles.values()].filter((bundle) => bundle.occupied())

  function spare(): SupervisedBundle[] {
    const live = options.live()
    return occupied().filter(({ name }) => !live.has(name) && !openingLive.has(name))
  }

  const isLive = (name: string) => openingLive.has(name) || options.live().has(name)

  function noteFault(name: string, fault: BundleFault, ends: number): void {
    faults.inc({ release: name, fault: fault.kind })
    log.error({ release: name, fault: fault.kind, why: fault.message }, 'BFF bundle is at fault')
    options.onFault(name, fault, { ends, live: isLive(name) })
  }

  function supervise({ name, filename, code }: BundleCode): SupervisedBundle {
    const cookies = openCookieBudget()
    const breakers = openBreakers(log.child({ release: name }))
    let blamedAt = Number.NEGATIVE_INFINITY
    const bundle = superviseBundle({
      name,
      now,
      mostBytes,
      faults: memory.of(name),
      claimRoom: () => isLive(name) || claimRoom(name, spare(), options),
      onFault: (fault, ends) => noteFault(name, fault, ends),
      start: () =>
        startBundleProcess({
          name,
          filename,
          code,
          mostBytes,
          startWithinMs,
          serviceCalls,
          breakers,
          cookies,
          onRefusedCookie(why) {
            if (now() - blamedAt < cookieBlameEveryMs) return
            blamedAt = now()
            bundle.blame(new BundleFault('COOKIES', why))
          },
          onLog: ({ level, message, fields }, scope) =>
            (scope?.log ?? log.child({ release: name }))[level]({ bundle: fields, ...scope?.trace }, message),
        }),
    })
    return bundle
  }

  async function open(code: BundleCode): Promise<Bundle> {
    const { name, live } = code
    close(name)
    const bundle = supervise(code)
    bundles.set(name, bundle)
    if (live) openingLive.add(name)
    try {
      return await bundle.open()
    } catch (error) {
      if (bundles.get(name) === bundle) close(name)
      throw error
    } finally {
      openingLive.delete(name)
    }
  }

  function close(name: string): void {
    const bundle = bundles.get(name)
    bundles.delete(name)
    bundle?.close()
  }

  const watch = watchUsage(occupied, now, () => {
    const live = options.live()
    for (const bundle of bundles.values()) if (live.has(bundle.name)) bundle.warm()
    shrinkRoom(spare(), options)
  })

  return {
    open,
    close,
    status() {
      const faultsOf = memory.recent()
      return [...new Set([...bundles.keys(), ...faultsOf.keys()])].map((release) => {
        const running = bundles.get(release)?.running()?.process
        return {
          release,
          pid: running?.pid,
          declared: running?.declared,
          faults: faultsOf.get(release) ?? [],
        }
      })
    },
    [Symbol.dispose]() {
      watch[Symbol.dispose]()
      for (const name of bundles.keys()) close(name)
    },
  }
}

/** A release that sets too many cookies does so in each call; one report of it is enough for a while. */
const cookieBlameEveryMs = 10_000
