import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * Sends one request to a host of a mall on this machine by its loopback address: not every system resolves names below
 * localhost, which `fetch` would need.
 */
export function call(
  origin: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; text: string }> {
  const { host, port } = new URL(origin)
  const method = body === undefined ? 'GET' : 'POST'
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  request({ hostname: '127.0.0.1', port, path, method, headers: { ...headers, host } })
    .once('error', reject)
    .once('response', (answer) => {
      text(answer).then((all) => resolve({ status: answer.statusCode ?? 0, text: all }), reject)
    })
    .end(body)
  return promise
}
