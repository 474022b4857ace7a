import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

import type { Route } from './routes.ts'

type Headers = Record<string, string | string[] | undefined>

/** Headers that are about one connection, not about the message (RFC 9110, section 7.6.1). */
const hopByHop = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Headers of the request to an origin. X-Forwarded-* and Forwarded are the edge's own: a client's are dropped. */
export function onward(request: IncomingMessage, scheme: string): IncomingHttpHeaders {
  const { host, ...rest } = request.headers
  const kept = Object.entries(rest).filter(
    ([name]) => !hopByHop.has(name) && name !== 'forwarded' && !name.startsWith('x-forwarded-'),
  )
  return {
    ...Object.fromEntries(kept),
    host,
    'x-forwarded-for': request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '',
    'x-forwarded-host': host ?? '',
    'x-forwarded-proto': scheme,
  }
}

/** The origin's headers for the client, with what the route adds. */
export function outward(raw: IncomingHttpHeaders, route: Route, status: number): Headers {
  const kept = Object.entries(raw).filter(([name]) => !hopByHop.has(name) && !name.startsWith('x-amz-'))
  const headers: Headers = Object.fromEntries(kept)
  if (route.cors) headers['access-control-allow-origin'] = '*'
  if (route.precompressed) headers['vary'] = 'Accept-Encoding'
  if (route.cache === 'immutable' && status < 400)
    headers['cache-control'] = 'public, max-age=31536000, immutable'
  return headers
}
