import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { NotificationsService } from '@mallhive/contracts/notifications'
import type { Deps } from './deps.ts'
import { listDeliveries } from './rpc/list-deliveries.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(NotificationsService, {
    listDeliveries: listDeliveries(deps),
  } satisfies ServiceImpl<typeof NotificationsService>)
}
