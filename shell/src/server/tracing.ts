import { childTraceparent } from '@mallhive/mfe-kit/traceparent'

/** Spans of this process, named to each other and to other processes by W3C traceparent headers. */
export interface Tracing extends AsyncDisposable {
  /** Begins a span below `parent`, or a new trace. */
  start: (name: string, parent: string | undefined, kind?: 'server' | 'internal') => OpenSpan
}

interface OpenSpan {
  traceparent: string
  end: (outcome?: { failed: boolean }) => void
}

/** Spans go to OTEL_EXPORTER_OTLP_ENDPOINT; without it only trace ids are passed on, and the SDK is not loaded. */
export async function openTracing(env: Record<string, string | undefined>): Promise<Tracing> {
  if (env['OTEL_EXPORTER_OTLP_ENDPOINT']) return (await import('./trace-export.ts')).exportedTracing()
  return {
    start: (_, parent) => ({ traceparent: childTraceparent(parent), end: () => {} }),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Runs work in a span of its own, which it is told the traceparent of. */
export async function inSpan<T>(
  tracing: Tracing,
  name: string,
  parent: string,
  work: (traceparent: string) => Promise<T>,
): Promise<T> {
  const span = tracing.start(name, parent)
  let failed = true
  try {
    const result = await work(span.traceparent)
    failed = false
    return result
  } finally {
    span.end({ failed })
  }
}
