import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'
import { parentOf, tracer } from '@mallhive/process-kit/telemetry'

/** Creates a server span, which continues the caller's trace, for every request of a plain HTTP plugin. */
export function traceRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const header = request.headers.traceparent
    const parent = parentOf(typeof header === 'string' ? header : undefined)
    const name = `${request.method} ${request.routeOptions.url ?? ''}`
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER }, parent)
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.statusCode)
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
    context.with(trace.setSpan(parent, span), done)
  })
}
