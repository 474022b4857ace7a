import type { StockChanged } from '@mallhive/contracts/inventory'
import type { Deps } from '../deps.ts'
import { restock } from '../stock/put-stocked.ts'

/** Brings the index up to the stock of a SKU's product. Only one that sells out or comes back is written. */
export const stockChanged =
  ({ index, stock }: Pick<Deps, 'index' | 'stock'>) =>
  async ({ sku, available, revision }: Omit<StockChanged, '$typeName'>): Promise<void> => {
    // Without a revision an event does not say whether it is late.
    await (revision > 0n ? stock.take([{ sku, available, revision }]) : stock.learn([sku]))
    await restock({ index, stock }, await stock.productsOf(sku))
  }
