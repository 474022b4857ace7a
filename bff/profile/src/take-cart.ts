import { CartService } from '@mallhive/contracts/cart'
import type { BffContext } from '@mallhive/mfe-kit/bff'

/**
 * Merges the guest's cart into the account's at sign-in. The host adds the guest's token to the call. Logs and ignores
 * errors: a failing cart service must not prevent a sign-in.
 */
export async function takeCart(ctx: BffContext): Promise<void> {
  if (ctx.actor?.kind !== 'guest') return
  const merge = () => ctx.client(CartService).mergeGuest({})
  await merge()
    .catch(merge)
    .catch((error: unknown) => ctx.log.error({ err: error }, 'merging the guest’s cart at sign-in failed'))
}
