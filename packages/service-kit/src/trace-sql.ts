import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { PoolClient } from 'pg'
import { tracer, tracing } from '@mallhive/process-kit/telemetry'

/** Creates a client span for every query of a new connection; does nothing while tracing is off. */
export function traceQueries(client: PoolClient): void {
  if (!tracing()) return
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const traced = (...args: unknown[]): unknown => {
    const span = tracer.startSpan(operation(args[0]), {
      kind: SpanKind.CLIENT,
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': textOf(args[0]) },
    })
    const settle = (error?: unknown) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    }
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      args[args.length - 1] = (error: unknown, ...rest: unknown[]) => {
        settle(error)
        callback(error, ...rest)
      }
      return query(...args)
    }
    const result = query(...args)
    if (result instanceof Promise) result.then(() => settle(), settle)
    else span.end()
    return result
  }
  client.query = traced as typeof client.query
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement
  return typeof statement === 'object' && statement && 'text' in statement ? String(statement.text) : ''
}

function operation(statement: unknown): string {
  return textOf(statement).trimStart().split(/\s/, 1)[0]?.toUpperCase() || 'QUERY'
}
