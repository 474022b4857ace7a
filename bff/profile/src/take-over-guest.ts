import { CartService } from '@mallhive/contracts/cart'
import { OrdersService } from '@mallhive/contracts/orders'
import type { BffContext } from '@mallhive/mfe-kit/bff'

/**
 * Moves the guest's cart, checkouts and orders to the account at sign-in. The host adds the guest's token to the calls.
 * Logs and ignores errors: a failing service must not prevent a sign-in.
 */
export async function takeOverGuest(ctx: BffContext): Promise<void> {
  if (ctx.actor?.kind !== 'guest') return
  const merges: (() => Promise<unknown>)[] = [
    () => ctx.client(CartService).mergeGuest({}),
    () => ctx.client(OrdersService).mergeGuest({}),
  ]
  await Promise.all(
    merges.map((merge) =>
      merge()
        .catch(merge)
        .catch((error: unknown) => ctx.log.error({ err: error }, 'taking over what the guest owns failed')),
    ),
  )
}
