import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Route } from './edge-table.ts'

/** A refusal by the edge, with the status and further headers to answer. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly headers: Record<string, string>
  constructor(status: number, headers: Record<string, string> = {}) {
    super(`refused with ${status}`)
    this.status = status
    this.headers = headers
  }
}

/**
 * Reads a request's whole body, so that slow clients hold no upstream connection. Returns null when the request has none.
 * @throws Refusal 413 too large, 408 too slow, 411 no length, 400 a body that the method does not allow
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  { maxBodyBytes, bodyTimeoutMs }: Pick<Route, 'maxBodyBytes' | 'bodyTimeoutMs'>,
): Promise<Buffer | null> {
  const { method = '', headers } = request
  const declared = headers['content-length']
  if (declared === undefined && headers['transfer-encoding'] === undefined) {
    if (['POST', 'PUT', 'PATCH'].includes(method)) throw new Refusal(411)
    return null
  }
  if (method === 'GET' || method === 'HEAD') {
    if (declared !== '0') throw new Refusal(400)
    return null
  }
  if (Number(declared) > maxBodyBytes) throw new Refusal(413)
  if (headers.expect !== undefined) response.writeContinue()

  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  let size = 0
  const take = (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBodyBytes) reject(new Refusal(413))
    else chunks.push(chunk)
  }
  const timer = setTimeout(() => reject(new Refusal(408)), bodyTimeoutMs)
  request.on('data', take)
  request.once('end', () => resolve(Buffer.concat(chunks)))
  request.once('error', reject)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    request.off('data', take)
  }
}
