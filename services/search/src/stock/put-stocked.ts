import type { Product } from '@mallhive/contracts/catalog'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { toDocument } from '../catalogue/to-document.ts'
import type { ProductIndex, Rebuild } from '../index/port.ts'
import type { Stock } from './stock.ts'

type Deps = { stock: Pick<Stock, 'inStock'>; index: Pick<ProductIndex, 'restock'> }

/** Puts documents of products that say whether they are in stock. */
export async function putStocked(
  { stock, index }: Deps & { stock: Stock },
  { put }: Pick<Rebuild, 'put'>,
  products: Product[],
  catalogue: Catalogue,
): Promise<void> {
  await stock.assort(products)
  const ids = products.map(({ id }) => id)
  const before = await stock.inStock(ids)
  await put(products.map((product) => toDocument(product, catalogue, before.has(product.id))))
  const after = await stock.inStock(ids)
  await restock(
    { stock, index },
    ids.filter((id) => before.has(id) !== after.has(id)),
  )
}

/**
 * Brings the index up to what is known of the stock of products. Each writer looks again: of several at once
 * the last one finds that both agree.
 */
export async function restock({ stock, index }: Deps, ids: string[]): Promise<void> {
  for (let differed = ids.length > 0; differed;) {
    const known = await stock.inStock(ids)
    differed = await index.restock(ids.map((id) => ({ id, inStock: known.has(id) })))
  }
}
