import { type ProductChanged, ProductStatus } from '@mallhive/contracts/catalog'
import type { Deps } from '../deps.ts'
import { putStocked } from '../stock/put-stocked.ts'

/** Brings the index up to the revision of a product. Events that are late or come again change nothing. */
export const productChanged =
  ({ index, catalogue, stock }: Pick<Deps, 'index' | 'catalogue' | 'stock'>) =>
  async ({ product }: ProductChanged): Promise<void> => {
    if (!product) return
    const { id, revision, status } = product
    if (status === ProductStatus.ACTIVE)
      await putStocked({ stock, index }, index, [product], await catalogue())
    else await index.remove([{ id, revision }])
  }
