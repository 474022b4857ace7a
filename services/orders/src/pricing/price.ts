import { type Item, itemsMinorOf, listLines } from './list-lines.ts'
import { shipBySeller } from './ship-by-seller.ts'
import { shippingMethods } from './shipping-methods.ts'
import { type TaxedPart, taxLines } from './tax-lines.ts'
import { taxRateOf } from './tax-rates.ts'
import { addUp, type Amounts, amountsOf, type Totals } from './totals.ts'

/** Inputs of an order's amounts besides its lines. Stored within the order's totals. */
export type Terms = Pick<Totals, 'shippingMinor' | 'taxIncluded' | 'taxRateBps'>

export type Priced<L extends Item> = { parts: (TaxedPart<L> & Amounts)[]; totals: Totals }

/**
 * Computes all amounts of an order: lines, shipping by seller, tax by line, totals. Pure, in integer minor units; every amount is
 * the sum of its parts.
 */
export function price<L extends Item>(
  lines: L[],
  { shippingMinor, taxIncluded, taxRateBps }: Terms,
): Priced<L> {
  const listed = listLines(lines)
  const shipped = shipBySeller(listed, shippingMinor)
  const taxed = taxLines(shipped, { bps: taxRateBps, included: taxIncluded })
  const parts = taxed.map((part) => ({ ...part, ...amountsOf(part, taxIncluded) }))
  return { parts, totals: { ...addUp(parts), taxIncluded, taxRateBps } }
}

export type Basket<L extends Item = Item> = {
  currency: string
  lines: L[]
  /** Empty until there is an address; shipping and tax are then unknown. */
  country: string
  shippingMethodId: string
}

/** Returns the totals of a basket at current shipping prices and tax rates. */
export const quote = (basket: Basket): Totals => price(basket.lines, termsOf(basket)).totals

function termsOf({ currency, lines, country, shippingMethodId }: Basket): Terms {
  const methods = shippingMethods(country, currency, itemsMinorOf(lines))
  const { bps, included } = taxRateOf(country) ?? { bps: 0, included: true }
  return {
    shippingMinor: methods.find(({ id }) => id === shippingMethodId)?.priceMinor ?? 0,
    taxIncluded: included,
    taxRateBps: bps,
  }
}
