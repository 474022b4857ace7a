import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const compressible =
  /^(text\/|application\/(json|javascript|xml|manifest\+json|openapi|problem\+json)|image\/svg)|\+(json|xml)/

/** Returns the preferred encoding that the client accepts: Brotli, then gzip; undefined when neither. */
export function acceptedEncoding(request: IncomingMessage): Encoding | undefined {
  const accepted = new Map<string, number>()
  for (const part of (request.headers['accept-encoding'] ?? '').split(',')) {
    const [name = '', quality] = part
      .trim()
      .toLowerCase()
      .split(/;\s*q=/)
    accepted.set(name, quality === undefined ? 1 : Number(quality))
  }
  if (accepted.get('br')) return 'br'
  return accepted.get('gzip') ? 'gzip' : undefined
}

/** Whether an answer with these headers is compressible and may be transformed. */
export function isWorthCompressing(
  status: number,
  headers: Record<string, string | string[] | undefined>,
): boolean {
  const length = headers['content-length']
  return (
    status !== 204 &&
    status !== 206 &&
    status !== 304 &&
    !headers['content-encoding'] &&
    !String(headers['cache-control'] ?? '').includes('no-transform') &&
    compressible.test(String(headers['content-type'] ?? '')) &&
    (length === undefined || Number(length) >= 1024)
  )
}

/** Compresses a small body synchronously, which is cheaper than handing it to another thread. */
export function compressedWhole(encoding: Encoding, body: Buffer): Buffer {
  return encoding === 'br' ? brotliCompressSync(body, { params: brotli }) : gzipSync(body)
}

/** Compresses a body and flushes as soon as the origin pauses, so that streamed pages stay streamed. */
export function compressed(encoding: Encoding): [(source: Readable) => AsyncIterable<Buffer>, Transform] {
  const compressor = encoding === 'br' ? createBrotliCompress({ params: brotli }) : createGzip({ level: 6 })
  const flush = encoding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH
  let scheduled = false
  return [
    async function* (source) {
      for await (const chunk of source) {
        scheduled ||= Boolean(
          setImmediate(() => {
            scheduled = false
            if (!compressor.writableEnded) compressor.flush(flush)
          }),
        )
        yield chunk
      }
    },
    compressor,
  ]
}

// A window of 256 KiB holds a whole page; the memory for the usual 4 MiB costs more than to compress one.
const brotli = {
  [constants.BROTLI_PARAM_LGWIN]: 18,
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
}
