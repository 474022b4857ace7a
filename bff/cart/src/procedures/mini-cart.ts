import { CartService } from '@mallhive/contracts/cart'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { procedure } from '../bff.ts'
import { msg } from '../messages.ts'

/** Returns the item count for the header. Starts no guest session. */
export const miniCart = procedure.meta({ anonymousFor: 3600 }).query(async ({ ctx }) => {
  if (ctx.sessionUnknown) throw new Refusal('unavailable', 'SESSION_UNKNOWN', msg('cart.unavailable'))
  if (!ctx.actor) return { itemCount: 0 }
  const { cart } = await ctx.client(CartService).getCart({})
  return { itemCount: cart?.itemCount ?? 0 }
})
