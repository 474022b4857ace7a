import { childTraceparent } from '@mallhive/mfe-kit/traceparent'
import type { Tracing } from './tracing.ts'

/** Spans go to OTEL_EXPORTER_OTLP_ENDPOINT; without it only trace ids are passed on, and the SDK is not loaded. */
export async function openTracing(env: Record<string, string | undefined>): Promise<Tracing> {
  if (env['OTEL_EXPORTER_OTLP_ENDPOINT']) return (await import('./trace-export.ts')).exportedTracing()
  return {
    start: (_, parent) => ({ traceparent: childTraceparent(parent), end: () => {} }),
    [Symbol.asyncDispose]: async () => {},
  }
}
