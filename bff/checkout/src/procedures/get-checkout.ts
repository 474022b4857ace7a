import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { isRefusedWith } from '../is-refused-with.ts'
import { expectCheckout } from '../view/expect-checkout.ts'
import type { CheckoutView } from '../view/checkout-view.ts'

/** Returns the shopper's checkout; undefined when the id is unknown or belongs to another shopper. */
export const getCheckout = procedure
  .input(z.object({ checkoutId: z.string().max(64) }))
  .query(async ({ ctx, input }): Promise<CheckoutView | null> => {
    if (!ctx.actor) return null
    try {
      const { checkout } = await ctx.client(OrdersService).getCheckout(input)
      return expectCheckout(checkout, ctx.lang)
    } catch (error) {
      if (isRefusedWith('NO_CHECKOUT', error)) return null
      throw error
    }
  })
