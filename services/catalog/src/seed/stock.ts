import type { ProductRecord } from '../product/record.ts'
import type { Draft } from './catalogue/draft.ts'

export type StockRow = { sku: string; onHand: number; sellerId: string }

/** Returns the stock of each variant: plenty, few, none, or a mixture. */
export function stockOf({ stock = 'plenty' }: Pick<Draft, 'stock'>, product: ProductRecord): StockRow[] {
  return product.variants.map(({ sku }, index) => ({
    sku,
    onHand: units(stock, index),
    sellerId: product.sellerId,
  }))
}

function units(stock: NonNullable<Draft['stock']>, index: number): number {
  if (stock === 'out') return 0
  if (stock === 'low') return 1 + ((index + 2) % 4)
  if (stock === 'mixed' && index % 2 === 1) return index % 3 === 0 ? 3 : 0
  return 24 + ((index * 17) % 60)
}
