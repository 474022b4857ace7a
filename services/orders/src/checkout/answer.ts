import type { Checkout } from '@mallhive/contracts/orders'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { toCheckout } from './view.ts'

/**
 * Answers a placement. When an order exists, removes its lines from the cart first, so that the next page shows the new cart;
 * if that call fails, the cart's handler of OrderPlaced removes them.
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
        log.warn(
          { err: error, checkoutId: row.id },
          'removing ordered lines from the cart failed, left to OrderPlaced',
        ),
      )
  }
  return { checkout: toCheckout(row) }
}
