import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { OrdersService } from '@mallhive/contracts/orders'
import type { Deps } from './deps.ts'
import { getCheckout } from './rpc/get-checkout.ts'
import { getOrder } from './rpc/get-order.ts'
import { listOrders } from './rpc/list-orders.ts'
import { listSellerOrders } from './rpc/list-seller-orders.ts'
import { mergeGuest } from './rpc/merge-guest.ts'
import { placeOrder } from './rpc/place-order.ts'
import { resumeCheckout } from './rpc/resume-checkout.ts'
import { retryCheckout } from './rpc/retry-checkout.ts'
import { startCheckout } from './rpc/start-checkout.ts'
import { updateCheckout } from './rpc/update-checkout.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(OrdersService, {
    startCheckout: startCheckout(deps),
    retryCheckout: retryCheckout(deps),
    updateCheckout: updateCheckout(deps),
    getCheckout: getCheckout(deps),
    placeOrder: placeOrder(deps),
    resumeCheckout: resumeCheckout(deps),
    getOrder: getOrder(deps),
    listOrders: listOrders(deps),
    mergeGuest: mergeGuest(deps),
    listSellerOrders: listSellerOrders(deps),
  } satisfies ServiceImpl<typeof OrdersService>)
}
