import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { ownCheckout } from '../checkout/own-checkout.ts'
import { toCheckout } from '../checkout/view.ts'
import type { Deps } from '../deps.ts'

export function getCheckout(deps: Pick<Deps, 'db'>): ServiceImpl<typeof OrdersService>['getCheckout'] {
  return async ({ checkoutId }, context) => ({
    checkout: toCheckout(await ownCheckout(deps, checkoutId, context)),
  })
}
