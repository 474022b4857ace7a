import { PassThrough, Writable } from 'node:stream'
import type { Readable } from 'node:stream'
import { clientOnlyDigest } from '@mallhive/mfe-kit/host/client-only'
import type { PipeableStream, RenderToPipeableStreamOptions } from 'react-dom/server'

export interface Rendering {
  render: (events: RenderToPipeableStreamOptions) => PipeableStream
  /** Returns the status when all that does not suspend has rendered. */
  status: () => number
  onError: (error: unknown) => void
  /** When content that still suspends is left to the browser. */
  deadlineMs: number
  /** Ends the rendering. */
  signal?: AbortSignal
}

export interface StartedDocument {
  status: number
  /** The whole document, or its beginning. */
  html: Buffer
  /** Whether it is whole, and all of it was rendered here without an error. */
  isComplete: boolean
  /** What suspends: it follows the beginning. */
  rest?: Readable
}

/** Far more than a document has: late content is bounded by the deadline, not by its reader. */
const mostBytes = 2 ** 30

/** Renders a document: whole when nothing in it suspends. @throws what the document throws before it can begin */
export function startDocument({
  render,
  status,
  onError,
  deadlineMs,
  signal,
}: Rendering): Promise<StartedDocument> {
  const { promise, resolve, reject } = Promise.withResolvers<StartedDocument>()
  let isWhole = false
  let hasErrors = false
  const { pipe, abort } = render({
    onAllReady: () => (isWhole = true),
    // React calls this before `onAllReady`, also when both happen at once.
    onShellReady: () => queueMicrotask(start),
    // After `onError`, which has the error.
    onShellError: (error) => (finish(), reject(error)),
    onError(error) {
      hasErrors = true
      if (isClientOnly(error)) return clientOnlyDigest
      onError(error)
      return undefined
    },
  })
  const timer = setTimeout(abort, deadlineMs, new Error(`did not finish within ${deadlineMs} ms`))
  const leave = () => abort(new Error('the client has gone'))
  signal?.addEventListener('abort', leave, { once: true })
  return promise

  function finish(): void {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
  }

  function start(): void {
    const ready: Buffer[] = []
    const rest = isWhole ? undefined : new PassThrough({ highWaterMark: mostBytes })
    const begun = { status: status(), rest }
    let isSent = false
    pipe(
      new Writable({
        highWaterMark: mostBytes,
        write(chunk: Buffer, _, done) {
          if (isSent) rest?.write(chunk)
          else ready.push(chunk)
          done()
        },
        final(done) {
          finish()
          if (rest) rest.end()
          else resolve({ ...begun, html: Buffer.concat(ready), isComplete: !hasErrors })
          done()
        },
      }),
    )
    if (!rest) return
    isSent = true
    resolve({ ...begun, html: Buffer.concat(ready), isComplete: false })
  }
}

function isClientOnly(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && error.digest === clientOnlyDigest
}
