import type { Order, OrderLine } from '@mallhive/contracts/orders'
import type { Money } from '@mallhive/contracts/money'
import type { MailContext } from './mail.ts'

export interface TotalRow {
  label: string
  amount: string
  strong?: boolean
}

/** Returns the rows of the totals; omits rows of zero without information. */
export function totalRows({ totals, shipping }: Order, { formats, messages }: MailContext): TotalRow[] {
  if (!totals) return []
  const words = messages.order
  const rate = formats.rate(totals.taxRateBps)
  const tax = {
    label: totals.taxIncluded ? words.taxIncluded(rate) : words.taxAdded(rate),
    amount: formats.money(totals.tax),
  }
  const total = { label: words.total, amount: formats.money(totals.total), strong: true }
  const { standard, express, other } = words.shipping
  const method = { standard, express }[shipping?.id ?? ''] ?? other
  return [
    { label: words.items, amount: formats.money(totals.items) },
    ...(isZero(totals.discount)
      ? []
      : [{ label: words.discount, amount: `−${formats.money(totals.discount)}` }]),
    {
      label: shipping?.maxDays ? words.shippingTakes(method, shipping.minDays, shipping.maxDays) : method,
      amount: isZero(totals.shipping) ? words.free : formats.money(totals.shipping),
    },
    ...(totals.taxIncluded ? [total, tax] : [tax, total]),
  ]
}

/** Returns the chosen options as text: "Colour: Clay, Size: L". */
export const optionsLabel = (options: OrderLine['options']): string =>
  options.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join(', ')

export function addressLines({ address }: Order, { formats }: MailContext): string[] {
  if (!address) return []
  const { name, line1, line2, city, region, postcode, country } = address
  const place = [postcode, city].filter(Boolean).join(' ')
  return [name, line1, line2, place, region, formats.country(country)].filter(Boolean)
}

function isZero(money: Money | undefined): boolean {
  return !money || money.minor === 0n
}
