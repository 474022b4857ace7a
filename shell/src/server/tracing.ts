/** Spans of this process, named to each other and to other processes by W3C traceparent headers. */
export interface Tracing extends AsyncDisposable {
  /** Begins a span below `parent`, or a new trace. */
  start: (name: string, parent: string | undefined, kind?: 'server' | 'internal') => OpenSpan
}

interface OpenSpan {
  traceparent: string
  end: (outcome?: { failed: boolean }) => void
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
