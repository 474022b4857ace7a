import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { FaultKind } from '@mallhive/sandbox/bundle-fault'
import type { LimitedProcess } from '@mallhive/sandbox/check-limits'
import { openLogBudget } from '@mallhive/sandbox/log-budget'
import { openMarkFile } from '@mallhive/sandbox/mark-file'
import { openChannel } from '@mallhive/sandbox/open-channel'
import { openPings } from '@mallhive/sandbox/open-pings'
import type { SandboxedProcess } from '@mallhive/sandbox/spawn-sandboxed'
import { watchStart } from '@mallhive/sandbox/watch-start'
import type { StartLimits } from '@mallhive/sandbox/watch-start'
import type { HeldRelease, HostMessage } from '../../render/host-messages.ts'
import { parseRenderMessage } from '../../render/render-messages.ts'
import type { RenderMessage } from '../../render/render-messages.ts'
import { heldRelease } from './held-release.ts'
import type { PageJob, PageResult } from './page-job.ts'
import { openPagesInFlight } from './pages-in-flight.ts'
import { openShares } from './open-shares.ts'

/** A server bundle that a process is to run. */
export interface PageBundle {
  held: HeldRelease
  filename: string
  code: string
}

/** Seconds for which documents of a page may be sent again, by expose. */
export type CacheSeconds = Record<string, number>

export interface ProcessEnd {
  fault: BundleFault
  /** The id of the release at fault, where one is known. */
  release?: string
}

export interface RenderProcess extends LimitedProcess {
  pid: number
  /** Has the process execute a bundle. @throws Error with the reason why it is unusable, BundleFault when the process ends */
  hold: (bundle: PageBundle) => Promise<CacheSeconds>
  holds: (id: string) => boolean
  drop: (id: string) => void
  /** Loads and renders a page. @throws RenderFailed when the process ends meanwhile, AbortError when the client has gone */
  show: (job: PageJob, without: string[]) => Promise<PageResult>
  /** Notes whose code runs, by which a fault of CPU time is blamed. */
  noteRunning: () => void
  /** The addresses of its pages, one entry for each page. */
  inFlight: () => string[]
  isRunning: () => boolean
  /** Ends the process because it is no longer needed. */
  end: () => void
  /** How the process ended; undefined when the shell ended it. */
  ended: Promise<ProcessEnd | undefined>
}

export interface RenderProcessOptions extends StartLimits {
  spawn: (mostBytes: number, markFile: number) => SandboxedProcess
  /** @param traceparent that of the page that was being worked on, if it still is */
  onLog: (line: Extract<RenderMessage, { t: 'log' }>, traceparent: string | undefined) => void
  /** Called when a page is done. */
  onPageClosed?: () => void
}

/** What a process marks before code of a release runs. */
interface Mark {
  /** The page; 0 outside of any. */
  id: number
  release: string
}

/** The execution of a bundle takes as long as some pages. */
const pagesPerBundle = 5

/** Starts a process and resolves when it can render. @throws BundleFault FAILED_TO_START */
export async function startRenderProcess(options: RenderProcessOptions): Promise<RenderProcess> {
  const marks = openMarkFile()
  const child = options.spawn(options.mostBytes, marks.fd)
  const { pid = 0 } = child
  const logBudget = openLogBudget()
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<ProcessEnd | undefined>()
  const holding = new Map<number, PromiseWithResolvers<CacheSeconds>>()
  /** Ids of releases that the process knows, with or without their bundle. */
  const known = new Set<string>()
  const running = new Set<string>()
  /** File names by release. Their timers may run on when they are dropped. */
  const ran = new Map<string, string>()
  const shares = openShares()
  let heldBundles = 0
  let state: 'starting' | 'ready' | 'ended' = 'starting'
  let lastN = 0
  /** Beside the log line that exceeded the budget. */
  let floodMark: string | undefined

  const { send } = openChannel<HostMessage, RenderMessage>(child, {
    parse: parseRenderMessage,
    message: receive,
    malformed: (problem) => fail('MALFORMED', problem),
    errorOutput: (bytes) => {
      if (!logBudget.spend(bytes)) fail('FLOODED', 'log budget exceeded on standard error')
    },
    ended: stop,
  })
  const { ping, pong } = openPings(send)
  const pages = openPagesInFlight(send, {
    onClosed: options.onPageClosed,
    // After an answer to a ping, because the machine may be busy.
    onSilent: (isSilent) =>
      void ping().then(() => isSilent() && fail('HANGING', 'a page has no answer after all deadlines')),
  })
  const watch = watchStart(pid, options, fail)

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
    for (const { reject } of holding.values()) reject(error)
    const mark = readMark(floodMark ?? marks.read())
    const release = cause && atFault(cause, mark)
    marks[Symbol.dispose]()
    pages.failAll(error, mark?.id, release)
    ended.resolve(cause && { fault: cause, release })
  }

  /** Returns the page and the release of a mark, if the release runs in this process. */
  function readMark(text = ''): Mark | undefined {
    const [, id, release = ''] = /^(\d+) (\S+)$/.exec(text) ?? []
    return ran.has(release) ? { id: Number(id), release } : undefined
  }

  /** Returns the release whose code a fault's stack trace shows, else the one that the process's marks name. */
  function atFault({ kind, message }: BundleFault, mark: Mark | undefined): string | undefined {
    const [shown] = [...ran]
      .map(([release, filename]) => ({ release, at: message.indexOf(filename) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at)
    if (shown) return shown.release
    // Code that burns CPU between the pages of others has rarely run last.
    if (kind === 'CPU') return shares.largest()
    return kind === 'HANGING' ? undefined : mark?.release
  }

  function receive(message: RenderMessage, body: Buffer): void {
    if (state === 'ended') return
    const fault = handle(message, body)
    if (fault) stop(fault)
  }

  function handle(message: RenderMessage, body: Buffer): BundleFault | undefined {
    switch (message.t) {
      case 'ready':
        if (state !== 'starting') return unexpected(message)
        state = 'ready'
        ready.resolve()
        return undefined
      case 'held':
        return settle(message)
      case 'pong':
        return pong(message.n) ? undefined : unexpected(message)
      case 'log':
        return log(message)
      default:
        return pages.receive(message, body)
    }
  }

  function settle(message: Extract<RenderMessage, { t: 'held' }>): BundleFault | undefined {
    const one = holding.get(message.n)
    if (!one) return undefined
    holding.delete(message.n)
    heldBundles++
    if (message.problem === undefined) one.resolve(message.cacheSeconds ?? {})
    else one.reject(new Error(message.problem))
    return undefined
  }

  function log(message: Extract<RenderMessage, { t: 'log' }>): BundleFault | undefined {
    const bytes = message.message.length + JSON.stringify(message.fields).length
    if (!logBudget.spend(bytes)) {
      floodMark = message.mark
      return new BundleFault('FLOODED', 'log budget exceeded')
    }
    const mark = readMark(message.mark)
    options.onLog(message, mark && pages.traceparentOf(mark.id))
    return undefined
  }

  function sendRelease(held: HeldRelease, filename = '', code = ''): number {
    const n = ++lastN
    known.add(held.assigned.id)
    if (code) {
      running.add(held.assigned.id)
      ran.set(held.assigned.id, filename)
    }
    send({ t: 'release', n, held, filename }, Buffer.from(code))
    return n
  }

  await ready.promise.finally(() => watch[Symbol.dispose]())
  return {
    pid,
    hold({ held, filename, code }) {
      if (state === 'ended') return Promise.reject(new BundleFault('EXITED', 'the process has ended'))
      const one = Promise.withResolvers<CacheSeconds>()
      holding.set(sendRelease(held, filename, code), one)
      return one.promise
    },
    holds: (id) => running.has(id),
    drop(id) {
      known.delete(id)
      running.delete(id)
      send({ t: 'drop', id })
    },
    show(job, without) {
      if (state === 'ended') return Promise.reject(new BundleFault('EXITED', 'the process has ended'))
      // Releases whose code runs in browsers only.
      for (const release of Object.values(job.releases))
        if (!known.has(release.id)) sendRelease(heldRelease(release))
      logBudget.earn()
      return pages.show(job, without)
    },
    noteRunning() {
      const mark = state === 'ended' ? undefined : readMark(marks.read())
      if (mark) shares.note(mark.release)
    },
    inFlight: pages.addresses,
    isRunning: () => state === 'ready',
    answered: () => pages.answered() + pagesPerBundle * heldBundles,
    busy: () => pages.size() + holding.size > 0,
    ping,
    fail,
    end: () => stop(undefined),
    ended: ended.promise,
  }
}

const unexpected = ({ t }: RenderMessage) => new BundleFault('MALFORMED', `unexpected "${t}" message`)
