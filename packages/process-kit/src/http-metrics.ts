import { histogram } from './telemetry.ts'

/** What a request is counted under. Every label takes few values: no label may come from a visitor unchecked. */
export interface MeasuredRequest {
  part: string
  /** The micro frontend that answers; empty for the platform itself. */
  mfe?: string
  /** A pattern of paths, a page or a procedure. */
  route: string
  status: number
}

const durations = histogram('http_server_duration_seconds', 'Duration of HTTP requests', [
  'part',
  'mfe',
  'route',
  'status',
])

/** The status of a request whose client left before its answer was whole (nginx’s “client closed request”). */
export const clientGone = 499

/** Counts a request of a part and its duration, for rates, errors and latencies. */
export function observeRequest({ part, mfe = '', route, status }: MeasuredRequest, ms: number): void {
  durations.observe({ part, mfe, route, status }, ms / 1000)
}
