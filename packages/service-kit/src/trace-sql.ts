import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { PoolClient } from 'pg'
import { tracer, tracing } from '@mallhive/process-kit/telemetry'
import { aroundQueries } from './around-queries.ts'

/** Creates a client span for every query of a new connection; does nothing while tracing is off. */
export function traceQueries(client: PoolClient): void {
  if (!tracing()) return
  aroundQueries(client, (statement) => {
    const span = tracer.startSpan(operation(statement), {
      kind: SpanKind.CLIENT,
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': textOf(statement) },
    })
    return (error) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    }
  })
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement
  return typeof statement === 'object' && statement && 'text' in statement ? String(statement.text) : ''
}

function operation(statement: unknown): string {
  return textOf(statement).trimStart().split(/\s/, 1)[0]?.toUpperCase() || 'QUERY'
}
