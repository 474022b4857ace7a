import { Readable } from 'node:stream'
import { ReleaseError } from './release-error.ts'

/**
 * Reads a response body to its end. The SDK's deadline covers only the headers; this one also ends bodies that trickle
 * or are endless.
 * @throws ReleaseError UNREACHABLE when `signal` aborts, INVALID above `maxBytes`
 */
export async function readWhole(body: unknown, signal: AbortSignal, maxBytes: number): Promise<Uint8Array> {
  if (!(body instanceof Readable)) throw new TypeError('expected a Node stream')
  const stop = () => body.destroy(new ReleaseError('UNREACHABLE', 'the response body did not end in time'))
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw new ReleaseError('INVALID', `larger than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks, size)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
