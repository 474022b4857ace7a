import type { Item, ListedLine } from './list-lines.ts'
import type { ShippedPart } from './ship-by-seller.ts'
import { split } from './split.ts'
import type { TaxRate } from './tax-rates.ts'

type TaxedLine<L extends Item> = ListedLine<L> & { taxMinor: number; taxRateBps: number }
export type TaxedPart<L extends Item> = ShippedPart<TaxedLine<L>> & { shippingTaxMinor: number }

/**
 * Applies the rate to the whole order, rounds once, half up, and splits the tax over lines and shipping. So the tax does not
 * depend on the grouping of lines, and the parts add up to it.
 */
export function taxLines<L extends Item>(
  parts: ShippedPart<ListedLine<L>>[],
  { bps, included }: TaxRate,
): TaxedPart<L>[] {
  const taxed = parts.flatMap(({ lines, shippingMinor }) => [
    ...lines.map(({ netMinor }) => netMinor),
    shippingMinor,
  ])
  const base = taxed.reduce((sum, amountMinor) => sum + amountMinor, 0)
  const taxMinor = Math.round((base * bps) / (included ? 10_000 + bps : 10_000))
  const shares = split(taxMinor, taxed).values()
  const next = () => shares.next().value ?? 0
  return parts.map((part) => ({
    ...part,
    lines: part.lines.map((line) => ({ ...line, taxMinor: next(), taxRateBps: bps })),
    shippingTaxMinor: next(),
  }))
}
