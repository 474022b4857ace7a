import type { StockLine } from '@mallhive/contracts/inventory'
import { checkQuantity, checkSku } from '../limits.ts'
import { domainError } from '../reasons.ts'

/** Validates lines and merges them to one per SKU, sorted by SKU. */
export function toStockLines(lines: StockLine[]): { skus: string[]; quantities: number[] } {
  if (lines.length === 0) throw domainError('NO_LINES', 'a reservation needs at least one line')
  if (lines.length > 200) throw domainError('TOO_MANY_LINES', 'a reservation takes 200 lines at most')
  const wanted = new Map<string, number>()
  for (const { sku, quantity } of lines) {
    checkSku(sku)
    checkQuantity(quantity, { min: 1, max: 10_000 })
    wanted.set(sku, (wanted.get(sku) ?? 0) + quantity)
  }
  const sorted = [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { skus: sorted.map(([sku]) => sku), quantities: sorted.map(([, quantity]) => quantity) }
}
