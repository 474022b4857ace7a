import type { Order } from '@mallhive/contracts/orders'
import { exponentOf } from '@mallhive/contracts/markets'
import { minorOf, type Money } from '@mallhive/contracts/money'

export interface TotalRow {
  label: string
  amount: string
  strong?: boolean
}

const shippingLabels: Record<string, string> = { standard: 'Standard', express: 'Express' }

/** Returns the rows of the totals; omits rows of zero without information. */
export function totalsOf({ totals, shipping }: Order): TotalRow[] {
  if (!totals) return []
  const rate = `${totals.taxRateBps / 100} %`
  const tax = {
    label: totals.taxIncluded ? `Includes tax, ${rate}` : `Tax, ${rate}`,
    amount: format(totals.tax),
  }
  const total = { label: 'Total', amount: format(totals.total), strong: true }
  return [
    { label: 'Items', amount: format(totals.items) },
    ...(isZero(totals.discount) ? [] : [{ label: 'Discount', amount: `−${format(totals.discount)}` }]),
    {
      label: shippingLabels[shipping?.id ?? ''] ?? 'Shipping',
      amount: isZero(totals.shipping) ? 'Free' : format(totals.shipping),
    },
    ...(totals.taxIncluded ? [total, tax] : [tax, total]),
  ]
}

/** Formats "€12.90"; the currency decides the number of minor units in a major one. */
export function format(money: Money | undefined): string {
  if (!money) return ''
  return formatOf(money.currency).format(minorOf(money) / 10 ** exponentOf(money.currency))
}

const formats = new Map<string, Intl.NumberFormat>()

/** Cached by currency, because creating a formatter costs more than the rest of a mail. */
function formatOf(currency: string): Intl.NumberFormat {
  const digits = { minimumFractionDigits: exponentOf(currency), maximumFractionDigits: exponentOf(currency) }
  const known =
    formats.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency, ...digits })
  formats.set(currency, known)
  return known
}

function isZero(money: Money | undefined): boolean {
  return !money || money.minor === 0n
}
