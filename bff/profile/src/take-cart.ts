import { CartService } from '@mallhive/contracts/cart'
import type { BffContext } from '@mallhive/mfe-kit/bff'

/** The guest's token as long as there is one: ask before the session changes. */
export function guestTokenOf(ctx: BffContext): string | undefined {
  return ctx.actor?.kind === 'guest' ? ctx.token : undefined
}

/** Brings the guest's cart along to the account. A cart that does not answer keeps nobody from signing in. */
export async function takeCart(ctx: BffContext, guestToken: string | undefined): Promise<void> {
  if (!guestToken) return
  const merge = () => ctx.client(CartService).mergeGuest({ guestToken })
  await merge()
    .catch(merge)
    .catch((error: unknown) => ctx.log.error({ err: error }, 'a guest’s cart was not merged at sign-in'))
}
