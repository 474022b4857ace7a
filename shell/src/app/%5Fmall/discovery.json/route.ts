import { discovery } from '../../../server/discovery.ts'
import { shellProcess } from '../../../server/shell-process.ts'

export const dynamic = 'force-dynamic'

/** For hosts of other origins. It names release files and nothing else, and may be read from anywhere as they may. */
export function GET(): Response {
  const { releases, config } = shellProcess()
  return Response.json(discovery(releases.live(), config.PUBLIC_ORIGIN), {
    headers: { 'cache-control': 'public, max-age=10' },
  })
}
