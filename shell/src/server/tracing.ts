/** Creates spans, which are identified by W3C traceparent headers within and between processes. */
export interface Tracing extends AsyncDisposable {
  /** Whether spans are exported, so that their ends count. */
  isExported: boolean
  /** Begins a span below `parent`, or a new trace. */
  start: (name: string, parent: string | undefined, kind?: 'server' | 'internal') => OpenSpan
}

interface OpenSpan {
  traceparent: string
  end: (outcome?: { failed: boolean }) => void
}

/** Runs work in a new span and passes it the span's traceparent. */
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
