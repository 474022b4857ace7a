import { shellProcess } from '../../../server/shell-process.ts'

export const dynamic = 'force-dynamic'

/** Serves the metrics of the process in Prometheus' text format. */
export async function GET(): Promise<Response> {
  return new Response(await shellProcess().metrics(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}
