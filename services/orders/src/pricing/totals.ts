import { shippingMethods } from './shipping-methods.ts'
import { taxRateOf } from './tax-rates.ts'

export type Totals = {
  itemsMinor: number
  discountMinor: number
  shippingMinor: number
  taxMinor: number
  /** Whether the tax is inside the other amounts or comes on top of them. */
  taxIncluded: boolean
  taxRateBps: number
  totalMinor: number
}

export type Basket = {
  currency: string
  lines: { unitMinor: number; quantity: number }[]
  /** Empty until there is an address: then neither shipping nor tax is known. */
  country: string
  shippingMethodId: string
}

/**
 * The one place where an order's amounts come from. Pure, in integers of minor units; the one rounding, of the tax, is
 * half up and applied to the whole basket, so that the parts always add up to the total.
 */
export function totals({ currency, lines, country, shippingMethodId }: Basket): Totals {
  const itemsMinor = lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0)
  const discountMinor = 0
  const methods = shippingMethods(country, currency, itemsMinor)
  const shippingMinor = methods.find(({ id }) => id === shippingMethodId)?.priceMinor ?? 0
  const { bps, included } = taxRateOf(country) ?? { bps: 0, included: true }
  const beforeTax = itemsMinor - discountMinor + shippingMinor
  const taxMinor = Math.round(included ? (beforeTax * bps) / (10_000 + bps) : (beforeTax * bps) / 10_000)
  return {
    itemsMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    taxIncluded: included,
    taxRateBps: bps,
    totalMinor: included ? beforeTax : beforeTax + taxMinor,
  }
}
