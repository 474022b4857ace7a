import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import type { Deps } from './deps.ts'
import { addItem } from './rpc/add-item.ts'
import { commit } from './rpc/commit.ts'
import { getAvailability } from './rpc/get-availability.ts'
import { getCart } from './rpc/get-cart.ts'
import { listMovements } from './rpc/list-movements.ts'
import { mergeGuest } from './rpc/merge-guest.ts'
import { release } from './rpc/release.ts'
import { removeOrdered } from './rpc/remove-ordered.ts'
import { reserve } from './rpc/reserve.ts'
import { setQuantity } from './rpc/set-quantity.ts'
import { setStock } from './rpc/set-stock.ts'

export function routes(deps: Deps) {
  return (router: ConnectRouter): void => {
    router.service(CartService, {
      getCart: getCart(deps),
      addItem: addItem(deps),
      setQuantity: setQuantity(deps),
      mergeGuest: mergeGuest(deps),
      removeOrdered: removeOrdered(deps),
    } satisfies ServiceImpl<typeof CartService>)
    router.service(InventoryService, {
      getAvailability: getAvailability(deps),
      reserve: reserve(deps),
      commit: commit(deps),
      release: release(deps),
      setStock: setStock(deps),
      listMovements: listMovements(deps),
    } satisfies ServiceImpl<typeof InventoryService>)
  }
}
