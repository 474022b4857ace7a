import type { ServerResponse } from 'node:http'
import { Writable } from 'node:stream'
import { clientOnlyDigest } from '@mallhive/mfe-kit/host/client-only'
import type { PipeableStream, RenderToPipeableStreamOptions } from 'react-dom/server'

export interface Rendering {
  render: (events: RenderToPipeableStreamOptions) => PipeableStream
  /** Returns the status when all that does not suspend has rendered. */
  status: () => number
  onError: (error: unknown) => void
  /** When content that still suspends is left to the browser. */
  deadlineMs: number
}

/** What was sent: the body of a document that is whole and without errors, anything else, or nothing because the client left. */
export type Sent = Buffer | 'incomplete' | 'abandoned'

/**
 * Sends a document: whole and with its length when nothing in it suspends, otherwise as a stream whose suspended content
 * follows. Rendering ends when the client has gone. Resolves when the document is rendered or begins to stream.
 */
export function sendDocument(
  res: ServerResponse,
  { render, status, onError, deadlineMs }: Rendering,
): Promise<Sent> {
  const { promise: sent, resolve } = Promise.withResolvers<Sent>()
  let isWhole = false
  let hasErrors = false
  const { pipe, abort } = render({
    onAllReady: () => (isWhole = true),
    // React calls this before `onAllReady`, also when both happen at once.
    onShellReady: () => queueMicrotask(send),
    // After `onError`, which has the error.
    onShellError() {
      res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      res.end('Something went wrong on our side.')
      resolve('incomplete')
    },
    onError(error) {
      hasErrors = true
      if (isClientOnly(error)) return clientOnlyDigest
      onError(error)
      return undefined
    },
  })
  const timer = setTimeout(abort, deadlineMs, new Error(`did not finish within ${deadlineMs} ms`))
  res.once('close', () => {
    clearTimeout(timer)
    if (!res.writableFinished) abort(new Error('the client has gone'))
    resolve('abandoned')
  })

  function send(): void {
    res.statusCode = status()
    res.setHeader('content-type', 'text/html; charset=utf-8')
    if (isWhole) return void pipe(collect(sendWhole))
    pipe(res)
    resolve('incomplete')
  }

  function sendWhole(body: Buffer): void {
    res.setHeader('content-length', body.length).end(body)
    resolve(hasErrors ? 'incomplete' : body)
  }

  return sent
}

function isClientOnly(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && error.digest === clientOnlyDigest
}

/** Returns a stream that passes on all of its bytes at once. */
function collect(use: (body: Buffer) => void): Writable {
  const chunks: Buffer[] = []
  return new Writable({
    write(chunk, _, done) {
      chunks.push(chunk)
      done()
    },
    final(done) {
      use(Buffer.concat(chunks))
      done()
    },
  })
}
