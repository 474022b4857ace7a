import { InventoryService } from '@mallhive/contracts/inventory'
import type { BffContext } from '@mallhive/mfe-kit/bff'

/** Returns units by SKU; undefined when the inventory does not answer, so that the page renders without stock. */
export async function stockLevels(
  ctx: Pick<BffContext, 'client' | 'log'>,
  skus: string[],
): Promise<Map<string, number> | undefined> {
  if (skus.length === 0) return new Map()
  try {
    const { levels } = await ctx.client(InventoryService).getAvailability({ skus })
    return new Map(levels.map(({ sku, available }) => [sku, available]))
  } catch (error) {
    ctx.log.warn({ err: error }, 'inventory failed, products shown without stock')
    return undefined
  }
}
