import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import type { Deps } from './deps.ts'
import { recordServed } from './rpc/record-served.ts'
import { releaseHealth } from './rpc/release-health.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(ReleaseHealthService, {
    releaseHealth: releaseHealth(deps),
    recordServed: recordServed(deps),
  } satisfies ServiceImpl<typeof ReleaseHealthService>)
}
