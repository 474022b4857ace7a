import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import type { Deps } from './deps.ts'
import { addItem } from './cart/rpc/add-item.ts'
import { commit } from './inventory/rpc/commit.ts'
import { getAvailability } from './inventory/rpc/get-availability.ts'
import { getCart } from './cart/rpc/get-cart.ts'
import { listMovements } from './inventory/rpc/list-movements.ts'
import { mergeGuest } from './cart/rpc/merge-guest.ts'
import { release } from './inventory/rpc/release.ts'
import { removeOrdered } from './cart/rpc/remove-ordered.ts'
import { reserve } from './inventory/rpc/reserve.ts'
import { setQuantity } from './cart/rpc/set-quantity.ts'
import { setStock } from './inventory/rpc/set-stock.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
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
