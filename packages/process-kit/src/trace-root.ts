import { randomUUID } from 'node:crypto'
import { type Context, trace, TraceFlags } from '@opentelemetry/api'

/** Returns a context with a new, unsampled trace: ids for logs and headers, without a span. */
export function rootContext(parent: Context): Context {
  return trace.setSpanContext(parent, {
    traceId: randomHex(),
    spanId: randomHex().slice(0, 16),
    traceFlags: TraceFlags.NONE,
  })
}

/** Returns 32 hex digits. randomUUID draws on a pool and costs a tenth of randomBytes. */
function randomHex(): string {
  return randomUUID().replaceAll('-', '')
}
