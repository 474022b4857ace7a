import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * One request to a host of a mall on this machine. `fetch` would have to resolve the host's name, which not every system does
 * for names below localhost.
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
