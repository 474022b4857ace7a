import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

import type { Route } from './edge-table.ts'

type Headers = Record<string, string | string[] | undefined>

/** Hop-by-hop headers (RFC 9110, section 7.6.1). */
const hopByHop = new Set([
  'connection',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Returns the headers of the request to an origin. The edge sets X-Forwarded-* itself; a client's X-Forwarded-*, Forwarded and
 * X-Amz-* headers are dropped.
 */
export function onward(request: IncomingMessage, scheme: string): IncomingHttpHeaders {
  const named = new Set((request.headers.connection ?? '').toLowerCase().split(/\s*,\s*/))
  const dropped = (name: string) =>
    hopByHop.has(name) || named.has(name) || /^(forwarded$|content-length$|x-forwarded-|x-amz-)/.test(name)
  const { host = '' } = request.headers
  return {
    ...Object.fromEntries(Object.entries(request.headers).filter(([name]) => !dropped(name))),
    host,
    'x-forwarded-for': request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '',
    'x-forwarded-host': host,
    'x-forwarded-proto': scheme,
  }
}

/** Returns the headers of the request to a bucket: only those that select which bytes of the file are sent. */
export function bucketHeaders({ headers }: IncomingMessage): IncomingHttpHeaders {
  const { range, 'if-none-match': tag, 'if-modified-since': since, 'accept-encoding': encodings } = headers
  return {
    ...(range && { range }),
    ...(tag && { 'if-none-match': tag }),
    ...(since && { 'if-modified-since': since }),
    ...(encodings && { 'accept-encoding': encodings }),
  }
}

/** Returns the origin's headers for the client, with those that the route adds. */
export function outward(
  raw: IncomingHttpHeaders,
  route: Route,
  status: number,
  security: Record<string, string>,
): Headers {
  const kept = Object.entries(raw).filter(([name]) => !hopByHop.has(name) && !name.startsWith('x-amz-'))
  const headers: Headers = { ...Object.fromEntries(kept), ...security }
  if (route.cors) headers['access-control-allow-origin'] = '*'
  if (route.precompressed) headers['vary'] = 'Accept-Encoding'
  if (route.cache === 'immutable' && status < 400) {
    headers['cache-control'] = 'public, max-age=31536000, immutable'
    // An immutable file is never validated.
    delete headers['etag']
    delete headers['last-modified']
  }
  return headers
}
