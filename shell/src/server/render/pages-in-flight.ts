import { PassThrough } from 'node:stream'
import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'
import { ownPath } from '@mallhive/mfe-kit/own-path'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { HostMessage } from '../../render/host-messages.ts'
import type { RenderMessage } from '../../render/render-messages.ts'
import type { PageJob, PageResult } from './page-job.ts'
import { refusedCall } from './refused-call.ts'
import { RenderFailed } from './render-failed.ts'

type PageMessage = Extract<RenderMessage, { t: PageAnswer | 'call' | 'loader' | 'failure' }>
type PageAnswer = 'redirect' | 'view' | 'data' | 'html' | 'rest' | 'broken'

/** Calls that the loaders of one page may make; more of them are a flood, which ends the process. */
const mostCalls = 200
const mostFailures = 100
const procedureName = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/
/** Bytes of late content that the shell holds for one page. */
const mostBytes = 16e6

interface Page {
  job: PageJob
  resolve: (result: PageResult) => void
  reject: (error: unknown) => void
  /** Ends the page's calls. */
  over: AbortController
  spans: Map<string, { traceparent: string; end: (outcome?: { failed: boolean }) => void }>
  calls: number
  failures: number
  bytes: number
  /** Late content that the client gets. */
  rest?: PassThrough
  /** Whether its result is no longer wanted. */
  abandoned: boolean
}

export interface PagesInFlight {
  size: () => number
  /** The addresses that requested the pages, one entry for each page. */
  addresses: () => string[]
  /** Number of pages answered so far. */
  answered: () => number
  show: (job: PageJob, without: string[]) => Promise<PageResult>
  /** Acts upon a message. Returns the fault of a process that is not entitled to it. */
  receive: (message: PageMessage, body: Buffer) => BundleFault | undefined
  /** Fails all pages. @param hit the page that was being worked on */
  failAll: (fault: BundleFault, hit: number | undefined, release: string | undefined) => void
  has: (id: number) => boolean
  traceparentOf: (id: number) => string | undefined
}

interface PageEvents {
  /** Called when a page is done. */
  onClosed?: () => void
  /** Called when a page has no answer after all deadlines. @param isSilent whether it still has none */
  onSilent?: (isSilent: () => boolean) => void
}

/** Beyond the deadlines of loading and of rendering, which end a page in its process. */
const graceMs = 3000

/** The pages of one process. What the process says about a page is done as the shopper who requested that page. */
export function openPagesInFlight(
  send: (message: HostMessage, body?: Uint8Array) => void,
  { onClosed = () => {}, onSilent = () => {} }: PageEvents = {},
): PagesInFlight {
  const pages = new Map<number, Page>()
  let lastId = 0
  let answered = 0

  function show(job: PageJob, without: string[]): Promise<PageResult> {
    const { promise, resolve, reject } = Promise.withResolvers<PageResult>()
    if (job.signal.aborted) return Promise.reject(gone())
    const id = ++lastId
    const spans: Page['spans'] = new Map()
    const page = {
      job,
      resolve,
      reject,
      spans,
      over: new AbortController(),
      calls: 0,
      failures: 0,
      bytes: 0,
      abandoned: false,
    }
    pages.set(id, page)
    send({ t: 'page', id, page: { ...job.request, without } })
    const abandon = () => {
      if (!pages.has(id)) return
      page.abandoned = true
      page.over.abort()
      send({ t: 'cancel', id })
      reject(gone())
    }
    job.signal.addEventListener('abort', abandon, { once: true })
    const lateMs = 2 * job.request.deadlineMs + graceMs
    const late = setTimeout(() => onSilent(() => pages.has(id)), lateMs)
    page.over.signal.addEventListener('abort', () => page.abandoned || clearTimeout(late), { once: true })
    return promise
  }

  function call(
    { id, n, loader, mfe, type, path }: Extract<PageMessage, { t: 'call' }>,
    body: Buffer,
    page: Page,
  ) {
    if (++page.calls > mostCalls) return new BundleFault('FLOODED', `${page.calls} calls of one page`)
    const { job, over, spans } = page
    // Other names could become another address than a procedure's.
    if (!Object.hasOwn(job.releases, mfe) || !procedureName.test(path)) {
      send({ t: 'answer', id, n, error: { message: 'There is no such procedure.' } })
      return undefined
    }
    const refused = refusedCall({ loader, mfe, type }, job)
    if (refused) {
      send({ t: 'answer', id, n, error: refused })
      return undefined
    }
    const traceparent = spans.get(loader)?.traceparent ?? job.traceparent
    const make = job.calls({ signal: over.signal, traceparent })
    const input: unknown = body.length > 0 ? JSON.parse(body.toString()) : undefined
    const answer = (error?: Extract<HostMessage, { t: 'answer' }>['error'], json?: string) => {
      if (pages.has(id))
        send({ t: 'answer', id, n, error }, json === undefined ? undefined : Buffer.from(json))
    }
    make(mfe, type, path, input).then(
      (json) => answer(undefined, json),
      (error: unknown) =>
        answer(
          error instanceof BffError
            ? { message: error.message, data: error.data }
            : { message: String(error) },
        ),
    )
    return undefined
  }

  /** Ends a page of which nothing more follows. */
  function close(id: number, page: Page): void {
    pages.delete(id)
    answered++
    page.over.abort(done)
    for (const span of page.spans.values()) span.end({ failed: true })
    page.rest?.end()
    onClosed()
  }

  function finish(
    message: Extract<PageMessage, { t: PageAnswer }>,
    body: Buffer,
    page: Page,
  ): BundleFault | undefined {
    const { job, resolve } = page
    const { id, t } = message
    page.bytes += body.length
    if (page.bytes > mostBytes) return new BundleFault('FLOODED', `a page of ${page.bytes} bytes`)
    if (!page.abandoned) job.onOutcome(outcomeOf(message, job))
    if ((t === 'rest') !== (page.rest !== undefined)) return unexpected(message)
    switch (t) {
      case 'rest':
        page.rest?.write(body)
        if (!message.more) close(id, page)
        return undefined
      case 'html': {
        const { status, complete, formKeys } = message
        if (!job.request.document) return unexpected(message)
        if (message.more) page.rest = new PassThrough({ highWaterMark: mostBytes })
        else close(id, page)
        const isComplete = complete && !message.more
        resolve({ kind: 'document', status, html: body, isComplete, formKeys, rest: page.rest })
        return undefined
      }
      case 'view':
        if (job.request.document) return unexpected(message)
        close(id, page)
        resolve({ kind: 'view', status: message.status, json: body })
        return undefined
      case 'data':
        if (job.request.page.kind !== 'data') return unexpected(message)
        close(id, page)
        resolve({ kind: 'data', json: message.found ? body.toString() : undefined })
        return undefined
      case 'redirect':
        if (ownPath(message.path) !== message.path) return unexpected(message)
        close(id, page)
        resolve({ kind: 'redirect', path: message.path, permanent: message.permanent })
        return undefined
      default:
        close(id, page)
        resolve({ kind: 'broken', status: message.status })
        return undefined
    }
  }

  function noteLoader({ name, step }: Extract<PageMessage, { t: 'loader' }>, { job, spans }: Page): void {
    if (step === 'begun' && spans.size < mostCalls)
      spans.set(name, job.tracing.start(`load ${name}`, job.traceparent))
    else {
      spans.get(name)?.end({ failed: step === 'failed' })
      spans.delete(name)
    }
  }

  return {
    size: () => pages.size,
    addresses: () => Array.from(pages.values()).flatMap(({ job }) => [...job.addresses].slice(0, 1)),
    answered: () => answered,
    has: (id) => pages.has(id),
    traceparentOf: (id) => pages.get(id)?.job.traceparent,
    show,
    receive(message, body) {
      const page = pages.get(message.id)
      if (!page) return unexpected(message)
      switch (message.t) {
        case 'call':
          return call(message, body, page)
        case 'loader':
          noteLoader(message, page)
          return undefined
        case 'failure':
          if (++page.failures > mostFailures)
            return new BundleFault('FLOODED', `${page.failures} failures of one page`)
          if (!page.abandoned) page.job.onFailure(message.failure)
          return undefined
        default:
          return finish(message, body, page)
      }
    },
    failAll(fault, hit, release) {
      for (const [id, page] of pages) {
        close(id, page)
        page.reject(new RenderFailed(fault, id === hit, release))
      }
    },
  }
}

/** Keeps what a process may say about its page: names of the page's own releases. */
function outcomeOf(
  { failed, unfinished }: { failed: string[]; unfinished: string[] },
  { releases }: PageJob,
) {
  const isAssigned = (name: string) => Object.hasOwn(releases, name.split('/')[0] ?? '')
  return { failed: failed.filter(isAssigned), unfinished: unfinished.filter(isAssigned) }
}

const unexpected = ({ t }: RenderMessage) => new BundleFault('MALFORMED', `unexpected "${t}" message`)

/** Why calls of a page that is done end. Made once, because an error costs a stack trace. */
const done = new DOMException('The page is done.', 'AbortError')

const gone = () => new DOMException('The client has gone.', 'AbortError')
