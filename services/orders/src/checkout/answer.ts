import type { Checkout } from '@mallhive/contracts/orders'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { toCheckout } from './view.ts'

/**
 * What a shopper is told of a placement. The cart of a finished one is emptied on the way, so that the next page shows
 * it; should that fail, OrderPlaced does the same a moment later.
 */
export async function answer(
  { cart, log }: Pick<Deps, 'cart' | 'log'>,
  row: Row,
): Promise<{ checkout: Checkout }> {
  if (row.state === 'done') {
    const lines = row.lines.map(({ sku, quantity }) => ({ sku, quantity }))
    await cart
      .removeOrdered({ checkoutId: row.id, ownerId: row.ownerId, lines }, { timeoutMs: 1_000 })
      .catch((error: unknown) => log.warn({ err: error, checkoutId: row.id }, 'a cart will be emptied later'))
  }
  return { checkout: toCheckout(row) }
}
