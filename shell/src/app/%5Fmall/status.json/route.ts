import { sharedVersions } from '../../../client/shared-versions.ts'
import { shellProcess } from '../../../server/shell-process.ts'
import { slots } from '../../../slots.ts'

export const dynamic = 'force-dynamic'

/** What is live in this process, which releases it refuses and why, and what the shell itself gives to remotes. */
export function GET(): Response {
  const status = { ...shellProcess().releases.status(), shell: { shared: sharedVersions, passes } }
  return Response.json(status, { headers: { 'cache-control': 'no-store' } })
}

/** The fragments on every page: the shell runs their loaders and renders them, with nothing to give. */
const passes = Object.values(slots).flatMap((fragment) => [
  { fragment, props: '{}', at: 'shell/src/slots.ts' },
  { fragment, props: '{}', at: 'shell/src/slots.ts', to: 'loader' },
])
