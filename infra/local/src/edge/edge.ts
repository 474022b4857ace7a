import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ConnectionOptions } from 'node:tls'

import { clientGone, observeRequest } from '@mallhive/process-kit/http-metrics'
import { Agent, buildConnector, type Dispatcher } from 'undici'

import { openBudgets } from './budgets.ts'
import { answerClientError, refuseTunnel } from './client-error.ts'
import { acceptedEncoding } from './compress.ts'
import type { EdgeConfig } from './config.ts'
import { type EdgeTable, type Route, edgeTable, originNames, routeFinder } from './edge-table.ts'
import { explainer } from './explain.ts'
import { bucketHeaders, onward } from './headers.ts'
import { hostNames, hostRefusal, previewHost } from './hosts.ts'
import { Refusal, readBody } from './read-body.ts'
import { type RequestTarget, parseTarget } from './request-target.ts'
import { securityHeaders } from './security-headers.ts'
import { sendAnswer } from './send-answer.ts'

export type EdgeOptions = Pick<
  EdgeConfig,
  'EDGE_ORIGINS' | 'EDGE_HOSTS' | 'PUBLIC_ORIGIN' | 'PREVIEW_ORIGIN' | 'HOST' | 'RATE_LIMIT_SCALE'
> & {
  /** How connections to origins with `https:` are made. */
  tls?: ConnectionOptions
}

/** Creates the mall's reverse proxy: one public origin in front of many. Forwards only requests that a route allows. */
export function createEdge(config: EdgeOptions, table: EdgeTable = edgeTable): Server {
  const origins = originsOf(config, table)
  const hosts = hostNames(config)
  const isForPreviews = previewHost(config)
  const scheme = new URL(config.PUBLIC_ORIGIN).protocol.slice(0, -1)
  const securityOf = securityHeaders(table, config.PUBLIC_ORIGIN)
  const explain = explainer(securityOf('explanation'))
  const findRoute = routeFinder(table)
  const enter = openBudgets(table, config.RATE_LIMIT_SCALE)
  const connect = buildConnector({ timeout: 2000, ...config.tls })
  const agent = new Agent({
    connections: 256,
    keepAliveTimeout: 30_000,
    allowH2: false,
    // The certificate names the origin; the header Host names the mall.
    connect: (origin, done) => connect({ ...origin, servername: origin.hostname }, done),
    bodyTimeout: 60_000,
  })

  const server = createServer({
    headersTimeout: table.headersTimeoutMs,
    requestTimeout:
      table.headersTimeoutMs + Math.max(...table.routes.map((route) => route.bodyTimeoutMs)) + 5000,
    connectionsCheckingInterval: Math.min(1000, table.headersTimeoutMs),
    // Longer than the origins' keep-alive, so that the edge does not close a client's connection with a request in flight.
    keepAliveTimeout: 65_000,
    // Requests without one are refused like those for other hosts, with the edge's headers.
    requireHostHeader: false,
  })
  server.on('request', (request, response) => void serve(request, response))
  // 100 Continue is sent only after the request has been allowed.
  server.on('checkContinue', (request, response) => void serve(request, response))
  server.on('checkExpectation', (request, response) => explain(request, response, 417))
  server.on('connect', (_, socket) => refuseTunnel(socket))
  const latest = new WeakMap<Duplex, ServerResponse>()
  server.on('clientError', (error, socket) => answerClientError(error, socket, latest.get(socket)))
  server.on('close', () => void agent.destroy())
  return server

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    latest.set(request.socket, response)
    const began = performance.now()
    let measured = 'none'
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : clientGone
      observeRequest({ part: 'edge', route: measured, status }, performance.now() - began)
    })
    const refusal = hostRefusal(request, hosts)
    if (refusal) return explain(request, response, refusal)
    const target = parseTarget(request.url ?? '')
    const found = target && findRoute(target.path)
    if (!target || !found) return explain(request, response, 400)
    measured = found.path
    if (table.private.includes(target.path)) return explain(request, response, 404)
    const route = isForPreviews(request) ? onPreviewHost(found, table) : found
    if (!route) return explain(request, response, 404)
    if (!route.methods.some((method) => method === request.method))
      return explain(request, response, 405, { allow: route.methods.join(', ') })
    const gone = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    try {
      using _ = await enter(route, request.socket.remoteAddress ?? '')
      const body = await readBody(request, response, route)
      const answer = await ask({ request, target, route, body, signal: gone.signal })
      if (answer.statusCode < 400 || !isBucket(route)) {
        return await sendAnswer(request, response, { route, security: securityOf(route.security) }, answer)
      }
      // A bucket's XML error would reveal its name and address.
      await answer.body.dump()
      explain(request, response, bucketRefusal(answer.statusCode))
    } catch (error) {
      if (gone.signal.aborted || response.headersSent) response.destroy()
      else if (error instanceof Refusal) explain(request, response, error.status, error.headers)
      else if (route.ignoreOriginFailure) response.writeHead(204).end()
      else explain(request, response, isTimeout(error) ? 504 : 502)
    }
  }

  /** Requests the file from the origin; where it has compressed siblings, first the one that the client accepts. */
  async function ask(question: Question): Promise<Dispatcher.ResponseData> {
    const { request, route } = question
    const encoding = route.precompressed && !request.headers.range ? acceptedEncoding(request) : undefined
    if (encoding) {
      const sibling = await send(question, encoding === 'br' ? '.br' : '.gz')
      if (sibling.statusCode < 400) return sibling
      await sibling.body.dump()
    }
    return send(question)
  }

  function send(
    { request, target, route, body, signal }: Question,
    suffix = '',
  ): Promise<Dispatcher.ResponseData> {
    const { origin, pathname } = new URL(origins[route.origin] ?? '')
    const bucket = isBucket(route)
    return agent.request({
      origin,
      path: `${pathname.replace(/\/$/, '')}${target.path}${suffix}${bucket ? '' : target.query}`,
      method: request.method as Dispatcher.HttpMethod,
      headers: bucket ? bucketHeaders(request) : onward(request, scheme),
      body,
      headersTimeout: route.originTimeoutMs,
      signal,
    })
  }

  function isBucket({ origin }: Route): boolean {
    return table.buckets.includes(origin)
  }
}

type Question = {
  request: IncomingMessage
  target: RequestTarget
  route: Route
  body: Buffer | null
  signal: AbortSignal
}

/** Returns the route as it is on the preview host; undefined when the preview host does not have it. */
function onPreviewHost(route: Route, { previewHost: { origins, refused } }: EdgeTable): Route | undefined {
  return refused.includes(route.origin)
    ? undefined
    : { ...route, origin: origins[route.origin] ?? route.origin }
}

function originsOf({ EDGE_ORIGINS }: EdgeOptions, table: EdgeTable): Record<string, string> {
  const missing = originNames(table).filter((name) => !EDGE_ORIGINS[name])
  if (missing.length > 0) throw new Error(`EDGE_ORIGINS has no address for: ${missing.join(', ')}`)
  return EDGE_ORIGINS
}

/** Maps a bucket's error status. 403 becomes 404, so that an answer does not reveal whether a refused object exists. */
function bucketRefusal(status: number): number {
  if (status >= 500) return 502
  return status === 416 ? 416 : 404
}

function isTimeout(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return (
    code === 'UND_ERR_HEADERS_TIMEOUT' ||
    code === 'UND_ERR_BODY_TIMEOUT' ||
    code === 'UND_ERR_CONNECT_TIMEOUT'
  )
}
