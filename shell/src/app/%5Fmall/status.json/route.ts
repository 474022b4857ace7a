import { status } from '../../../server/status.ts'

export const dynamic = 'force-dynamic'

/** Serves the status of this process. */
export function GET(): Response {
  return Response.json(status(), { headers: { 'cache-control': 'no-store' } })
}
