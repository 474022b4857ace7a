import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { Agent, type Dispatcher } from 'undici'

import { acceptedEncoding, compressed, compressedWhole, isWorthCompressing } from './compress.ts'
import type { EdgeConfig } from './config.ts'
import { explain } from './explain.ts'
import { onward, outward } from './headers.ts'
import { hostNames, hostRefusal } from './hosts.ts'
import { type Route, originNames, routeOf, safePath } from './routes.ts'

export type EdgeOptions = Pick<EdgeConfig, 'EDGE_ORIGINS' | 'EDGE_HOSTS' | 'PUBLIC_ORIGIN' | 'HOST'>

/** The mall's front door: one origin for the browser, many behind it. Streams both ways. */
export function createEdge(config: EdgeOptions): Server {
  // A path prefix is part of where an origin is (`http://127.0.0.1:4566/mallhive-media`).
  const origins = config.EDGE_ORIGINS
  const hosts = hostNames(config)
  const scheme = new URL(config.PUBLIC_ORIGIN).protocol.slice(0, -1)
  const missing = originNames.filter((name) => !origins[name])
  if (missing.length > 0) throw new Error(`The edge does not know where to find: ${missing.join(', ')}`)
  const agent = new Agent({
    connections: 256,
    keepAliveTimeout: 30_000,
    connect: { timeout: 2000 },
    headersTimeout: 30_000,
    bodyTimeout: 60_000,
  })
  const server = createServer((request, response) => void serve(request, response))
  server.on('close', () => void agent.destroy())
  // Longer than the origins', so that it is never the edge that hangs up on a request in flight.
  server.keepAliveTimeout = 65_000
  return server

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = hostRefusal(request, hosts)
    if (refusal) return explain(request, response, refusal)
    const path = safePath(request.url ?? '/')
    if (path === undefined) return explain(request, response, 400)
    const route = routeOf(path)
    const gone = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    try {
      const answer = await ask(request, route, gone.signal)
      await pass(request, response, route, answer)
    } catch (error) {
      if (gone.signal.aborted || response.headersSent) response.destroy()
      else if (route.unheard) response.writeHead(204).end()
      else explain(request, response, isTimeout(error) ? 504 : 502)
    }
  }

  /** Asks the origin, for the compressed sibling of a release file first when the client takes it. */
  async function ask(
    request: IncomingMessage,
    route: Route,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const encoding = route.precompressed && !request.headers.range ? acceptedEncoding(request) : undefined
    if (encoding) {
      const sibling = await send(request, route, signal, encoding === 'br' ? '.br' : '.gz')
      if (sibling.statusCode < 400) return sibling
      await sibling.body.dump()
    }
    return send(request, route, signal)
  }

  function send(
    request: IncomingMessage,
    route: Route,
    signal: AbortSignal,
    suffix = '',
  ): Promise<Dispatcher.ResponseData> {
    const [path = '', query] = (request.url ?? '/').split('?', 2)
    const origin = new URL(origins[route.origin] ?? '')
    const hasBody =
      request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
    return agent.request({
      origin: origin.origin,
      path: `${origin.pathname.replace(/\/$/, '')}${path}${suffix}${query === undefined ? '' : `?${query}`}`,
      method: request.method as Dispatcher.HttpMethod,
      headers: onward(request, scheme),
      body: hasBody ? request : null,
      signal,
    })
  }
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  route: Route,
  { statusCode, headers: raw, body }: Dispatcher.ResponseData,
): Promise<void> {
  // A bucket answers in XML that is nobody's business.
  if (statusCode >= 400 && isBucket(route)) {
    await body.dump()
    return explain(request, response, statusCode === 416 ? 416 : 404)
  }
  const headers = outward(raw, route, statusCode)
  const encoding = isWorthCompressing(statusCode, headers) ? acceptedEncoding(request) : undefined
  if (isWorthCompressing(statusCode, headers))
    headers['vary'] = [headers['vary'], 'Accept-Encoding'].flat().filter(Boolean).join(', ')
  const hasBody = request.method !== 'HEAD' && statusCode !== 304
  if (encoding && hasBody) {
    if (typeof headers['etag'] === 'string' && !headers['etag'].startsWith('W/'))
      headers['etag'] = `W/${headers['etag']}`
    headers['content-encoding'] = encoding
  }
  if (hasBody && Number(headers['content-length']) <= smallBytes) {
    const bytes = Buffer.from(await body.arrayBuffer())
    const whole = encoding ? compressedWhole(encoding, bytes) : bytes
    response.writeHead(statusCode, { ...headers, 'content-length': whole.length }).end(whole)
    return
  }
  if (!encoding || !hasBody) {
    response.writeHead(statusCode, headers)
    // A page that streams shows its head before its body is there.
    response.flushHeaders()
    return pipeline(body, response)
  }
  delete headers['content-length']
  response.writeHead(statusCode, headers)
  return pipeline(body, ...compressed(encoding), response)
}

/** A body of this size is quicker passed on whole than streamed, and cheaper by half. */
const smallBytes = 64 * 1024

const isBucket = ({ origin }: Route) => origin === 'releases' || origin === 'media'

function isTimeout(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return (
    code === 'UND_ERR_HEADERS_TIMEOUT' ||
    code === 'UND_ERR_BODY_TIMEOUT' ||
    code === 'UND_ERR_CONNECT_TIMEOUT'
  )
}
