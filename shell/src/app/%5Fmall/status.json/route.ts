import { sharedVersions } from '../../../client/shared-versions.ts'
import { shellProcess } from '../../../server/shell-process.ts'
import { slots } from '../../../slots.ts'

export const dynamic = 'force-dynamic'

/** Serves the live releases of this process, refused ones with the reason, and the packages that the shell shares. */
export function GET(): Response {
  const status = { ...shellProcess().releases.status(), shell: { shared: sharedVersions, passes } }
  return Response.json(status, { headers: { 'cache-control': 'no-store' } })
}

/** The fragments of the frame, which the shell renders on every page without props. */
const passes = Object.values(slots).flatMap((fragment) => [
  { fragment, props: '{}', at: 'shell/src/slots.ts' },
  { fragment, props: '{}', at: 'shell/src/slots.ts', to: 'loader' },
])
