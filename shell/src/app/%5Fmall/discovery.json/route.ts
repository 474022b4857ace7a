import { discovery } from '../../../server/discovery.ts'
import { shellProcess } from '../../../server/shell-process.ts'

export const dynamic = 'force-dynamic'

/** The discovery document for hosts of other origins. Like the release files that it names, any origin may read it. */
export function GET(): Response {
  const { releases, config } = shellProcess()
  return Response.json(discovery(releases.live(), config.PUBLIC_ORIGIN), {
    headers: { 'cache-control': 'public, max-age=10' },
  })
}
