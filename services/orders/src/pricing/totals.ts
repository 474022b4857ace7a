import type { Item } from './list-lines.ts'
import type { TaxedPart } from './tax-lines.ts'

export type Amounts = {
  itemsMinor: number
  discountMinor: number
  shippingMinor: number
  taxMinor: number
  totalMinor: number
}

export type Totals = Amounts & {
  /** Whether the other amounts include the tax. */
  taxIncluded: boolean
  taxRateBps: number
}

/** Returns the amounts of a seller's part of an order. */
export function amountsOf<L extends Item>(
  {
    lines,
    shippingMinor,
    shippingTaxMinor,
  }: Pick<TaxedPart<L>, 'lines' | 'shippingMinor' | 'shippingTaxMinor'>,
  taxIncluded: boolean,
): Amounts {
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((total, line) => total + of(line), 0)
  const taxMinor = sum((line) => line.taxMinor) + shippingTaxMinor
  const beforeTax = sum((line) => line.netMinor) + shippingMinor
  return {
    itemsMinor: sum((line) => line.listMinor),
    discountMinor: sum((line) => line.sellerDiscountMinor + line.mallDiscountMinor),
    shippingMinor,
    taxMinor,
    totalMinor: taxIncluded ? beforeTax : beforeTax + taxMinor,
  }
}

export const addUp = (parts: Amounts[]): Amounts =>
  parts.reduce(
    (sum, part) => ({
      itemsMinor: sum.itemsMinor + part.itemsMinor,
      discountMinor: sum.discountMinor + part.discountMinor,
      shippingMinor: sum.shippingMinor + part.shippingMinor,
      taxMinor: sum.taxMinor + part.taxMinor,
      totalMinor: sum.totalMinor + part.totalMinor,
    }),
    { itemsMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, totalMinor: 0 },
  )
