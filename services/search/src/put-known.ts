import type { Product } from '@mallhive/contracts/catalog'
import type { Catalogue } from './catalogue/catalogue.ts'
import { toDocument } from './catalogue/to-document.ts'
import type { Amendment } from './index/document.ts'
import type { ProductIndex, Rebuild } from './index/port.ts'
import type { Sales } from './sales/sales.ts'
import type { Stock } from './stock/stock.ts'

type Beside = { stock: Pick<Stock, 'inStock'>; sales: Pick<Sales, 'soldOf'> }
type Deps = Beside & { index: Pick<ProductIndex, 'amend'> }

/** Puts documents of products that say what is known beside the index. */
export async function putKnown(
  { stock, sales, index }: Deps & { stock: Stock },
  { put }: Pick<Rebuild, 'put'>,
  products: Product[],
  catalogue: Catalogue,
): Promise<void> {
  await stock.assort(products)
  const ids = products.map(({ id }) => id)
  const before = await knownOf({ stock, sales }, ids)
  await put(products.map((product, at) => toDocument(product, catalogue, before[at]!)))
  const after = await knownOf({ stock, sales }, ids)
  const others = after.filter(
    ({ inStock, sold }, at) => inStock !== before[at]!.inStock || sold !== before[at]!.sold,
  )
  await amendKnown(
    { stock, sales, index },
    others.map(({ id }) => id),
  )
}

/**
 * Brings the index up to what is known beside it of products. Each writer looks again: of several at once
 * the last one finds that both agree.
 */
export async function amendKnown({ stock, sales, index }: Deps, ids: string[]): Promise<void> {
  for (let differed = ids.length > 0; differed;)
    differed = await index.amend(await knownOf({ stock, sales }, ids))
}

async function knownOf({ stock, sales }: Beside, ids: string[]): Promise<Amendment[]> {
  const [inStock, sold] = await Promise.all([stock.inStock(ids), sales.soldOf(ids)])
  return ids.map((id) => ({ id, inStock: inStock.has(id), sold: sold.get(id) ?? 0 }))
}
