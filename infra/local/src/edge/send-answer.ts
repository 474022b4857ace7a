import type { IncomingMessage, ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Dispatcher } from 'undici'

import { acceptedEncoding, compressed, compressedWhole, isWorthCompressing } from './compress.ts'
import type { Route } from './edge-table.ts'
import { outward } from './headers.ts'

/**
 * Up to this size a body whose length is known is passed on whole, which costs half as much CPU as streaming it. Documents are
 * smaller, and compressing one of this size blocks the process for about 8 ms.
 */
const mostWholeBytes = 512 * 1024

/** Bytes buffered for a client that reads slowly, so that the origin's connection is released earlier. */
const waitingBytes = 1 << 20

/** Sends an origin's answer to the client, compressed when it is compressible. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { route, security }: { route: Route; security: Record<string, string> },
  { statusCode, headers: raw, body }: Dispatcher.ResponseData,
): Promise<void> {
  const headers = outward(raw, route, statusCode, security)
  const encoding = isWorthCompressing(statusCode, headers) ? acceptedEncoding(request) : undefined
  if (isWorthCompressing(statusCode, headers))
    headers['vary'] = [headers['vary'], 'Accept-Encoding'].flat().filter(Boolean).join(', ')
  const hasBody = request.method !== 'HEAD' && statusCode !== 304
  if (encoding && hasBody) {
    if (typeof headers['etag'] === 'string' && !headers['etag'].startsWith('W/'))
      headers['etag'] = `W/${headers['etag']}`
    headers['content-encoding'] = encoding
  }
  if (hasBody && Number(headers['content-length']) <= mostWholeBytes) {
    const bytes = Buffer.from(await body.arrayBuffer())
    const whole = encoding ? compressedWhole(encoding, bytes) : bytes
    response.writeHead(statusCode, { ...headers, 'content-length': whole.length }).end(whole)
    return
  }
  const room = new PassThrough({ readableHighWaterMark: waitingBytes })
  if (!encoding || !hasBody) {
    response.writeHead(statusCode, headers)
    // Sends the head of a streamed page before its body arrives.
    response.flushHeaders()
    return pipeline(body, room, response)
  }
  delete headers['content-length']
  response.writeHead(statusCode, headers)
  return pipeline(body, ...compressed(encoding), room, response)
}
