import type { Cart } from '@mallhive/contracts/cart'
import { defaultCurrency } from '@mallhive/contracts/currencies'
import { type CartLineView, type KnownOfCart, toLineView } from './line-view.ts'

export type CartView = {
  lines: CartLineView[]
  itemCount: number
  currency: string
  /** Sum of the lines that can be bought and have a known price. */
  subtotalMinor: number
  /** Every line can be bought in its quantity. */
  ready: boolean
  /** The catalogue does not answer: lines are shown with the cart's own data. */
  withoutCatalog: boolean
  priceChanges: number
}

export const emptyCart: CartView = {
  lines: [],
  itemCount: 0,
  currency: defaultCurrency,
  subtotalMinor: 0,
  ready: false,
  withoutCatalog: false,
  priceChanges: 0,
}

export function toCartView(cart: Cart, known: KnownOfCart): CartView {
  const lines = cart.lines.map((line) => toLineView(line, known)).toReversed()
  const buyable = lines.filter((line) => line.state === 'ok' || line.state === 'short')
  return {
    lines,
    itemCount: cart.itemCount,
    currency: known.currency,
    subtotalMinor: buyable.reduce((sum, line) => sum + line.totalMinor, 0),
    ready: lines.every((line) => line.state === 'ok'),
    withoutCatalog: known.products === undefined,
    priceChanges: lines.filter((line) => line.seenMinor !== undefined).length,
  }
}
