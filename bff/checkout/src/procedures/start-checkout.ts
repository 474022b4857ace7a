import { randomBytes } from 'node:crypto'
import { CartService } from '@mallhive/contracts/cart'
import { OrdersService } from '@mallhive/contracts/orders'
import { procedure } from '../bff.ts'
import { isRefusedWith } from '../is-refused-with.ts'
import type { CheckoutView } from '../view/checkout-view.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

/** Starts a checkout of the cart. Returns none when the cart is empty or a line cannot be bought. */
export const startCheckout = procedure
  .meta({ forLoaders: true })
  .mutation(async ({ ctx }): Promise<{ checkout?: CheckoutView }> => {
    if (!ctx.actor) return {}
    const { cart } = await ctx.client(CartService).getCart({})
    const lines = cart?.lines.map(({ sku, quantity }) => ({ sku, quantity })) ?? []
    if (lines.length === 0) return {}
    const { currency, locale } = ctx
    const wanted = { checkoutId: newCheckoutId(), currency, locale, lines, reuseOpen: true }
    try {
      const { checkout } = await ctx.client(OrdersService).startCheckout(wanted)
      return { checkout: expectCheckout(checkout, ctx.lang) }
    } catch (error) {
      // The cart page names the line and offers to remove it.
      if (isRefusedWith('UNAVAILABLE', error) && 'skus' in error.details) return {}
      throw error
    }
  })

/** UUIDv7: milliseconds, then random (RFC 9562). */
function newCheckoutId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}
