/** A quantity of a product of one seller. */
export type Item = { sellerId: string; unitMinor: number; quantity: number }

/** A line with its list price and its amount after discounts, which are equal until there are promotions. */
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
