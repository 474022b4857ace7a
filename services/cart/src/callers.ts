import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import { accepts, type Caller } from '@mallhive/service-kit/callers'

const stockKeepers: Caller[] = ['member:owner', 'member:manager', 'member:packer', 'role:admin']

export const callers = [
  accepts(CartService, {
    getCart: ['person'],
    addItem: ['person'],
    setQuantity: ['person'],
    mergeGuest: ['person'],
    removeOrdered: ['part:orders'],
  }),
  accepts(InventoryService, {
    getAvailability: ['anyone'],
    reserve: ['part:orders'],
    commit: ['part:orders'],
    release: ['part:orders'],
    setStock: stockKeepers,
    listMovements: stockKeepers,
  }),
]
