import type { Checkout } from '@mallhive/contracts/orders'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { toCheckout } from './view.ts'

/**
 * The answer to a placement. Where an order stands, its lines are taken out of the cart first, so that the next page shows
 * it; the cart does the same by OrderPlaced, also when this call fails.
 */
export async function answer(
  { cart, log }: Pick<Deps, 'cart' | 'log'>,
  row: Row,
): Promise<{ checkout: Checkout }> {
  if (row.state === 'done' || row.state === 'capture_refused') {
    const lines = row.lines.map(({ sku, quantity }) => ({ sku, quantity }))
    await cart
      .removeOrdered({ checkoutId: row.id, ownerId: row.ownerId, lines }, { timeoutMs: 1_000 })
      .catch((error: unknown) =>
        log.warn({ err: error, checkoutId: row.id }, 'the cart was not emptied; OrderPlaced will do it'),
      )
  }
  return { checkout: toCheckout(row) }
}
