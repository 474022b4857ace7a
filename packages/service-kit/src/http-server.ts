import { createServer, type Server } from 'node:http'
import { createServer as createH2Server, type ServerHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { fastifyConnectPlugin } from '@connectrpc/connect-fastify'
import type { ConnectRouter, ConnectRouterOptions } from '@connectrpc/connect'
import { fastify, type FastifyInstance, type FastifyPluginAsync, type FastifyReply } from 'fastify'
import { keepAlive } from '@mallhive/process-kit/keep-alive'
import { metrics } from '@mallhive/process-kit/telemetry'
import { measureRequests } from './measure-http.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { traceRequests } from './trace-http.ts'

/** The RPC routes of one service, with its interceptors. */
export interface Mount {
  routes: (router: ConnectRouter) => void
  options: ConnectRouterOptions
}

/** Plain HTTP of a part. */
export interface Plugin {
  part: string
  plugin: FastifyPluginAsync
}

export interface About {
  /** Returns the names of the failing readiness checks; `draining` counts as one. */
  failing(): Promise<string[]>
  /** Whether the server will close: clients are then told to open their next connection elsewhere. */
  draining(): boolean
  /** A serialized FileDescriptorSet of the mounted services. */
  contracts(): Uint8Array
  /** Called with the server before it listens. */
  secure?: ((server: Server) => void) | undefined
  /** Called with the error of a failed plain HTTP request; the response does not reveal it. */
  onBug(error: unknown): void
}

/** Builds a server, not yet listening, for RPCs, plain HTTP plugins, /healthz, /readyz, /metrics and /contracts. */
export async function buildServer(
  mounts: Mount[],
  plugins: Plugin[],
  about: About,
): Promise<FastifyInstance> {
  const sessions = new Set<ServerHttp2Session>()
  const server = fastify({
    serverFactory: (handler) => bothProtocols(handler, sessions),
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: 'idle',
    // Requests that were on their way when the server began to close are answered like those before.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 400),
  })
  about.secure?.(server.server)
  server.addHook('onRequest', async (_request, reply) => {
    if (about.draining()) reply.raw.shouldKeepAlive = false
  })
  server.addHook('preClose', async () => {
    for (const session of sessions) session.close()
    // Closes connections as they become idle: keep-alive would hold the one of a call that has just ended.
    const idle = setInterval(() => server.server.closeIdleConnections(), 20)
    server.server.once('close', () => clearInterval(idle))
  })
  server.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const { statusCode = 500 } = error
    if (statusCode < 500) return refuse(reply, statusCode)
    about.onBug(error)
    return reply.code(statusCode).send({ error: 'internal error' })
  })
  server.setNotFoundHandler((_request, reply) => refuse(reply, 404))
  for (const { routes, options } of mounts) {
    // Running calls end before the orchestrator's grace period does.
    await server.register(fastifyConnectPlugin, { ...options, routes, shutdownTimeoutMs: 8_000 })
  }
  for (const { part, plugin } of plugins) {
    await server.register(async (scope) => {
      traceRequests(scope)
      measureRequests(scope, part)
      await scope.register(plugin)
    })
  }
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_req, reply) => {
    const failing = await about.failing()
    return reply.code(failing.length ? 503 : 200).send({ ready: failing.length === 0, failing })
  })
  server.get('/metrics', async (_req, reply) => reply.type(metrics.contentType).send(await metrics.metrics()))
  server.get('/contracts', async (_req, reply) =>
    reply.type('application/x-protobuf').send(Buffer.from(about.contracts())),
  )
  return server
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).send({ error: refusalSentence(status) })
}

/**
 * The edge lets 16 KiB of address and headers pass. An address becomes a procedure's input, in JSON and percent-encoded again,
 * which is up to three times as long. A refusal here would read as a failure of the page, and count against its release.
 */
const mostHeaderBytes = 64 * 1024

/**
 * Serves HTTP/1.1 and cleartext HTTP/2 with prior knowledge on one port, for stock gRPC clients and plain HTTP. The
 * HTTP/2 preface (RFC 9113, 3.4) begins with PRI, which no HTTP/1.1 method does.
 */
function bothProtocols(
  handler: Parameters<typeof createServer>[1] & {},
  sessions: Set<ServerHttp2Session>,
): Server {
  const http1 = createServer({ ...keepAlive, maxHeaderSize: mostHeaderBytes }, handler)
  const http2 = createH2Server(handler as unknown as Parameters<typeof createH2Server>[1] & {})
  http2.on('session', (session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
  })
  const asHttp1 = http1.listeners('connection') as ((socket: Socket) => void)[]
  http1.removeAllListeners('connection')
  http1.on('connection', (socket: Socket) => {
    const drop = () => socket.destroy()
    socket.setTimeout(10_000, drop).on('error', drop)
    socket.once('readable', () => {
      const head: unknown = socket.read()
      socket.setTimeout(0).off('timeout', drop).off('error', drop)
      if (!Buffer.isBuffer(head)) socket.destroy()
      else {
        socket.unshift(head)
        if (head.subarray(0, 3).toString('latin1') === 'PRI') http2.emit('connection', socket)
        else for (const listener of asHttp1) listener.call(http1, socket)
      }
    })
  })
  return http1
}
