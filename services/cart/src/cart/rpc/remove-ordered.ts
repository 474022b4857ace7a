import type { ServiceImpl } from '@connectrpc/connect'
import type { CartService } from '@mallhive/contracts/cart'
import { takeOrdered } from '../take-ordered.ts'
import type { Deps } from '../../deps.ts'
import { checkId } from '../../limits.ts'

export function removeOrdered(deps: Pick<Deps, 'redis'>): ServiceImpl<typeof CartService>['removeOrdered'] {
  return async (request) => {
    checkId('checkout_id', request.checkoutId)
    checkId('owner_id', request.ownerId)
    await takeOrdered(deps, request)
    return {}
  }
}
