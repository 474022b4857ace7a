import { context, createContextKey } from '@opentelemetry/api'

const deadlineKey = createContextKey('mallhive deadline')
const defaultTimeoutMs = 10_000

/** Runs a handler under its caller's deadline, so that its own calls end no later than the call it serves. */
export function withDeadline<T>(header: Headers, work: () => Promise<T>): Promise<T> {
  const timeoutMs = timeoutOf(header)
  if (timeoutMs === undefined) return work()
  return context.with(context.active().setValue(deadlineKey, Date.now() + timeoutMs), work)
}

/**
 * Returns the timeout of an outgoing call in ms: `askedMs` or ten seconds, at most what is left of the incoming call's
 * deadline.
 */
export function budgetMs(askedMs: number | undefined): number {
  const deadline = context.active().getValue(deadlineKey)
  const left = typeof deadline === 'number' ? deadline - Date.now() : Number.POSITIVE_INFINITY
  // Connect reads a timeout of 0 as none.
  return Math.max(1, Math.min(askedMs ?? defaultTimeoutMs, left))
}

const grpcUnits: Record<string, number> = { H: 3_600_000, M: 60_000, S: 1_000, m: 1, u: 0.001, n: 0.000001 }

/** Returns the timeout in ms from Connect-Timeout-Ms, or from grpc-timeout of the gRPC protocols. */
function timeoutOf(header: Headers): number | undefined {
  const connect = Number(header.get('connect-timeout-ms') ?? Number.NaN)
  if (Number.isFinite(connect)) return connect
  const grpc = /^(\d{1,8})([HMSmun])$/.exec(header.get('grpc-timeout') ?? '')
  return grpc ? Number(grpc[1]) * (grpcUnits[grpc[2]!] ?? 1) : undefined
}
