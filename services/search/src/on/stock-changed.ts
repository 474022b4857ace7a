import type { StockChanged } from '@mallhive/contracts/inventory'
import type { Deps } from '../deps.ts'
import { amendKnown } from '../put-known.ts'

/** Brings the index up to the stock of a SKU's product. Only one that sells out or comes back is written. */
export const stockChanged =
  ({ index, stock, sales }: Pick<Deps, 'index' | 'stock' | 'sales'>) =>
  async ({ sku, available, revision }: Omit<StockChanged, '$typeName'>): Promise<void> => {
    // Without a revision an event does not say whether it is late.
    await (revision > 0n ? stock.take([{ sku, available, revision }]) : stock.learn([sku]))
    await amendKnown({ index, stock, sales }, await stock.productsOf(sku))
  }
