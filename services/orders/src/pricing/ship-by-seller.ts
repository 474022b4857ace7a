import type { Item, ListedLine } from './list-lines.ts'
import { split } from './split.ts'

/** One seller's lines and part of the shipping. */
export type ShippedPart<T> = { sellerId: string; lines: T[]; shippingMinor: number }

/** Sellers in the order of their first line. One method ships the whole order; each seller bears it by what they sell. */
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
