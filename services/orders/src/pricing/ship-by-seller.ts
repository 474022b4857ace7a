import type { Item, ListedLine } from './list-lines.ts'
import { split } from './split.ts'

/** One seller's lines and part of the shipping. */
export type ShippedPart<T> = { sellerId: string; lines: T[]; shippingMinor: number }

/** Splits the shipping price by sellers in proportion to their amounts. Sellers are in the order of their first line. */
export function shipBySeller<L extends Item>(
  lines: ListedLine<L>[],
  shippingMinor: number,
): ShippedPart<ListedLine<L>>[] {
  const sellers = [...Map.groupBy(lines, ({ sellerId }) => sellerId)]
  const weights = sellers.map(([, own]) => own.reduce((sum, { netMinor }) => sum + netMinor, 0))
  const shares = split(shippingMinor, weights)
  return sellers.map(([sellerId, own], position) => ({
    sellerId,
    lines: own,
    shippingMinor: shares[position] ?? 0,
  }))
}
