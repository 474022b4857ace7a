import { type ProductChanged, ProductStatus } from '@mallhive/contracts/catalog'
import { toDocument } from '../catalogue/to-document.ts'
import type { Deps } from '../deps.ts'

/** Brings the index up to the revision of a product. Events that are late or come again change nothing. */
export const productChanged =
  ({ index, catalogue }: Pick<Deps, 'index' | 'catalogue'>) =>
  async ({ product }: ProductChanged): Promise<void> => {
    if (!product) return
    const { id, revision, status } = product
    if (status === ProductStatus.ACTIVE) await index.put([toDocument(product, await catalogue())])
    else await index.remove([{ id, revision }])
  }
