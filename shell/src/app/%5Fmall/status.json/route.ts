import { shellProcess } from '../../../server/shell-process.ts'

export const dynamic = 'force-dynamic'

/** What is live in this process, and which releases it refuses and why. */
export function GET(): Response {
  return Response.json(shellProcess().releases.status(), { headers: { 'cache-control': 'no-store' } })
}
