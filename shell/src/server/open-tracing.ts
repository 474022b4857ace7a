import { childTraceparent } from '@mallhive/mfe-kit/traceparent'
import type { Tracing } from './tracing.ts'

/** Exports spans to OTEL_EXPORTER_OTLP_ENDPOINT; without it only propagates trace ids and does not load the SDK. */
export async function openTracing(env: Record<string, string | undefined>): Promise<Tracing> {
  if (env['OTEL_EXPORTER_OTLP_ENDPOINT']) return (await import('./trace-export.ts')).exportedTracing()
  return {
    isExported: false,
    start: (_, parent) => ({ traceparent: childTraceparent(parent), end: () => {} }),
    [Symbol.asyncDispose]: async () => {},
  }
}
