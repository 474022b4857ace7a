import { releaseMetrics } from '../../../server/release-metrics.ts'
import { shellProcess } from '../../../server/shell-process.ts'

export const dynamic = 'force-dynamic'

/** The same as status.json, for Prometheus. */
export function GET(): Response {
  return new Response(releaseMetrics(shellProcess().releases.status()), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}
