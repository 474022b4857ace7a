import { type ProductChanged, ProductStatus } from '@mallhive/contracts/catalog'
import type { Deps } from '../deps.ts'
import { putKnown } from '../put-known.ts'

/** Brings the index up to the revision of a product. Events that are late or come again change nothing. */
export const productChanged =
  ({ index, catalogue, stock, sales }: Pick<Deps, 'index' | 'catalogue' | 'stock' | 'sales'>) =>
  async ({ product }: ProductChanged): Promise<void> => {
    if (!product) return
    const { id, revision, status } = product
    if (status === ProductStatus.ACTIVE)
      await putKnown({ stock, sales, index }, index, [product], await catalogue())
    else await index.remove([{ id, revision }])
  }
