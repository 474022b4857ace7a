/** Returns the ids of a W3C traceparent as log lines of all processes contain them. */
export function traceFields(traceparent: string | undefined): { traceId?: string; spanId?: string } {
  const [, traceId, spanId] = traceparent?.split('-') ?? []
  return traceId && spanId ? { traceId, spanId } : {}
}
