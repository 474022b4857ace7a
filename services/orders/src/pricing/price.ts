import { type Item, itemsMinorOf, listLines } from './list-lines.ts'
import { shipBySeller } from './ship-by-seller.ts'
import { shippingMethods } from './shipping-methods.ts'
import { type TaxedPart, taxLines } from './tax-lines.ts'
import { taxRateOf } from './tax-rates.ts'
import { addUp, type Amounts, amountsOf, type Totals } from './totals.ts'

/** What an order's amounts depend on besides its lines. An order's totals contain the terms that they were made with. */
export type Terms = Pick<Totals, 'shippingMinor' | 'taxIncluded' | 'taxRateBps'>

export type Priced<L extends Item> = { parts: (TaxedPart<L> & Amounts)[]; totals: Totals }

/**
 * The one place where an order's amounts come from: lines, shipping by seller, tax by line, totals. Pure, in integers of
 * minor units; every amount is the sum of its parts.
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
  /** Empty until there is an address: then neither shipping nor tax is known. */
  country: string
  shippingMethodId: string
}

/** The totals of a basket by today's shipping prices and tax rates. */
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
