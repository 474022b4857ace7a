import type { ServiceImpl } from '@connectrpc/connect'
import type { InventoryService } from '@mallhive/contracts/inventory'

/** An inventory in memory, of the RPC that the search calls. */
export function fakeInventory() {
  const levels = new Map<string, { available: number; revision: bigint }>()
  const rpcs: Partial<ServiceImpl<typeof InventoryService>> = {
    getAvailability: ({ skus }) => ({
      levels: skus.flatMap((sku) => {
        const level = levels.get(sku)
        return level ? [{ sku, ...level }] : []
      }),
    }),
  }
  return {
    rpcs,
    /** Sets the units of a SKU; returns the event that tells so. */
    set(sku: string, available: number, revision = (levels.get(sku)?.revision ?? 0n) + 1n) {
      levels.set(sku, { available, revision })
      return { sku, available, revision }
    },
  }
}
