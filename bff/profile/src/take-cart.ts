import { CartService } from '@mallhive/contracts/cart'
import type { BffContext } from '@mallhive/mfe-kit/bff'

/**
 * Merges the cart of the guest who signs in into the account's. The host adds the guest's token to the call. A cart service
 * that does not answer keeps no shopper from signing in.
 */
export async function takeCart(ctx: BffContext): Promise<void> {
  if (ctx.actor?.kind !== 'guest') return
  const merge = () => ctx.client(CartService).mergeGuest({})
  await merge()
    .catch(merge)
    .catch((error: unknown) => ctx.log.error({ err: error }, 'a guest’s cart was not merged at sign-in'))
}
