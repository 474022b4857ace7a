import { type Currency, isCurrency } from '@mallhive/contracts/currencies'
import { marketOf } from '@mallhive/contracts/markets'

export type ShippingOption = {
  id: string
  priceMinor: number
  minDays: number
  maxDays: number
}

type Price = Record<Currency, number>
type Method = {
  id: string
  price: Price
  /** Items total from which shipping is free. */
  freeFrom?: Price
  minDays: number
  maxDays: number
}

const europe: Method[] = [
  {
    id: 'standard',
    price: { EUR: 490, USD: 550 },
    freeFrom: { EUR: 5_000, USD: 5_500 },
    minDays: 2,
    maxDays: 4,
  },
  { id: 'express', price: { EUR: 1_290, USD: 1_450 }, minDays: 1, maxDays: 2 },
]
const america: Method[] = [
  {
    id: 'standard',
    price: { EUR: 650, USD: 695 },
    freeFrom: { EUR: 7_000, USD: 7_500 },
    minDays: 3,
    maxDays: 6,
  },
  { id: 'express', price: { EUR: 1_790, USD: 1_995 }, minDays: 2, maxDays: 3 },
]

/** Returns the shipping options of a country, cheapest first; empty for a country that is not served. */
export function shippingMethods(country: string, currency: string, itemsMinor: number): ShippingOption[] {
  const market = marketOf(country)
  if (!market || !isCurrency(currency)) return []
  return (market.zone === 'overseas' ? america : europe).map(({ id, price, freeFrom, minDays, maxDays }) => {
    const free = itemsMinor >= (freeFrom?.[currency] ?? Number.POSITIVE_INFINITY)
    return { id, priceMinor: free ? 0 : price[currency], minDays, maxDays }
  })
}
