import { randomBytes } from 'node:crypto'
import { type Context, trace, TraceFlags } from '@opentelemetry/api'

/** A context with a fresh, unsampled trace: ids for logs and headers, no span behind them. */
export function rootContext(parent: Context): Context {
  return trace.setSpanContext(parent, {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    traceFlags: TraceFlags.NONE,
  })
}
