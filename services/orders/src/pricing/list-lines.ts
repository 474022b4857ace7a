/** What is bought, and of whom. */
export type Item = { sellerId: string; unitMinor: number; quantity: number }

/** A line with its list price and what it comes to after discounts. There are no promotions yet: they go in between. */
export type ListedLine<L extends Item> = L & {
  listMinor: number
  sellerDiscountMinor: number
  mallDiscountMinor: number
  netMinor: number
}

export function listLines<L extends Item>(lines: L[]): ListedLine<L>[] {
  return lines.map((line) => {
    const listMinor = line.unitMinor * line.quantity
    return { ...line, listMinor, sellerDiscountMinor: 0, mallDiscountMinor: 0, netMinor: listMinor }
  })
}

export const itemsMinorOf = (lines: Item[]): number =>
  lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0)
