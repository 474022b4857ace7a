import { createServer, type Server } from 'node:http'
import { createServer as createH2Server, type ServerHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { fastifyConnectPlugin } from '@connectrpc/connect-fastify'
import type { ConnectRouter, ConnectRouterOptions } from '@connectrpc/connect'
import { fastify, type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import { metrics } from '@mallhive/process-kit/telemetry'
import { traceRequests } from './trace-http.ts'

/** One set of RPC routes with the interceptors of the service that brought them. */
export interface Mount {
  routes: (router: ConnectRouter) => void
  options: ConnectRouterOptions
}

export interface About {
  /** Answers the names of the checks that fail; `draining` counts as one. */
  failing(): Promise<string[]>
  /** What its services serve: a serialized FileDescriptorSet. */
  contracts(): Uint8Array
  /** A plain HTTP request failed with what is no refusal; its answer says nothing of it. */
  onBug(error: unknown): void
}

/** Builds a server, not yet listening, for RPCs, plain HTTP plugins, /healthz, /readyz, /metrics and /contracts. */
export async function buildServer(
  mounts: Mount[],
  plugins: FastifyPluginAsync[],
  about: About,
): Promise<FastifyInstance> {
  const sessions = new Set<ServerHttp2Session>()
  const server = fastify({
    serverFactory: (handler) => bothProtocols(handler, sessions),
    bodyLimit: 4 * 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  })
  server.addHook('preClose', async () => {
    for (const session of sessions) session.close()
    // A connection that was busy a moment ago would otherwise be kept alive for its next request.
    const idle = setInterval(() => server.server.closeIdleConnections(), 20)
    server.server.once('close', () => clearInterval(idle))
  })
  server.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const { statusCode = 500 } = error
    if (statusCode < 500) return reply.send(error)
    about.onBug(error)
    return reply.code(statusCode).send({ error: 'internal error' })
  })
  for (const { routes, options } of mounts) {
    // Never lets a call run past the moment when the process would be killed anyway.
    await server.register(fastifyConnectPlugin, { ...options, routes, shutdownTimeoutMs: 8_000 })
  }
  for (const plugin of plugins) {
    await server.register(async (scope) => {
      traceRequests(scope)
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

/**
 * HTTP/1.1 and cleartext HTTP/2 with prior knowledge on one port, so that stock gRPC clients and plain HTTP both reach
 * it. The HTTP/2 preface (RFC 9113, 3.4) begins with PRI, which begins no HTTP/1.1 method.
 */
function bothProtocols(
  handler: Parameters<typeof createServer>[1] & {},
  sessions: Set<ServerHttp2Session>,
): Server {
  const http1 = createServer(handler)
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
