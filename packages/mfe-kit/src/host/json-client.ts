import * as http from 'node:http'
import https from 'node:https'
import { buffer } from 'node:stream/consumers'
import { urlToHttpOptions } from 'node:url'
import { readResponse } from '../trpc/bff-calls.ts'

export interface JsonRequest {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  /** JSON. */
  body?: string
  signal?: AbortSignal
}

/**
 * Sends a request over a kept connection and returns the response as `readResponse` does, whatever its status.
 * @throws Error when the connection fails, the signal aborts, or a response other than 4xx is not JSON
 */
export type JsonClient = (request: JsonRequest) => Promise<unknown>

/** Returns a client of one origin. Used instead of `fetch`, which costs three times the CPU of a call. */
export function openJsonClient(origin: string): JsonClient {
  const { protocol, hostname, port } = urlToHttpOptions(new URL(origin))
  const { request } = protocol === 'https:' ? https : http
  const agent = protocol === 'https:' ? https.globalAgent : new http.Agent({ keepAlive: true })
  const target = { protocol, hostname, port, agent }

  async function send({ body, headers, ...asked }: JsonRequest, isRetry: boolean): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>()
    const sent = request({ ...target, ...asked, headers: body === undefined ? headers : withBody(headers) })
    sent.once('response', resolve).once('error', reject).end(body)
    let response: http.IncomingMessage
    try {
      response = await promise
    } catch (error) {
      // The server may close a kept connection at the moment of its next request, which it then has not begun.
      const closed =
        sent.reusedSocket && error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
      if (closed && !isRetry && asked.method === 'GET') return send({ headers, ...asked }, true)
      throw error
    }
    return readResponse(response.statusCode ?? 0, (await buffer(response)).toString())
  }

  return (asked) => send(asked, false)
}

function withBody(headers: Record<string, string>): Record<string, string> {
  return { ...headers, 'content-type': 'application/json' }
}
