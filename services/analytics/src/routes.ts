import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { AnalyticsService } from '@mallhive/contracts/analytics'
import type { Deps } from './deps.ts'
import { releaseHealth } from './rpc/release-health.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(AnalyticsService, {
    releaseHealth: releaseHealth(deps),
  } satisfies ServiceImpl<typeof AnalyticsService>)
}
