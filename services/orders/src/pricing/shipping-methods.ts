import { taxRateOf } from './tax-rates.ts'

export type ShippingOption = {
  id: string
  label: string
  priceMinor: number
  minDays: number
  maxDays: number
}

type Price = Record<string, number>
type Method = {
  id: string
  label: string
  price: Price
  /** Items for at least this much travel free. */
  freeFrom?: Price
  minDays: number
  maxDays: number
}

const europe: Method[] = [
  {
    id: 'standard',
    label: 'Standard',
    price: { EUR: 490, USD: 550 },
    freeFrom: { EUR: 5_000, USD: 5_500 },
    minDays: 2,
    maxDays: 4,
  },
  { id: 'express', label: 'Express', price: { EUR: 1_290, USD: 1_450 }, minDays: 1, maxDays: 2 },
]
const america: Method[] = [
  {
    id: 'standard',
    label: 'Standard',
    price: { EUR: 650, USD: 695 },
    freeFrom: { EUR: 7_000, USD: 7_500 },
    minDays: 3,
    maxDays: 6,
  },
  { id: 'express', label: 'Express', price: { EUR: 1_790, USD: 1_995 }, minDays: 2, maxDays: 3 },
]
const overseas = new Set(['US', 'CA'])

/** What may be chosen for a country, cheapest first; empty for one that is not served. */
export function shippingMethods(country: string, currency: string, itemsMinor: number): ShippingOption[] {
  if (!taxRateOf(country)) return []
  return (overseas.has(country) ? america : europe).flatMap(
    ({ id, label, price, freeFrom, minDays, maxDays }) => {
      const full = price[currency]
      if (full === undefined) return []
      const free = itemsMinor >= (freeFrom?.[currency] ?? Number.POSITIVE_INFINITY)
      return [{ id, label, priceMinor: free ? 0 : full, minDays, maxDays }]
    },
  )
}
