import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

const input = z.object({ checkoutId, shippingMethodId: z.string('Choose a shipping method.').min(1).max(64) })

/** Saves the shipping method; returns the checkout with its totals. */
export const saveShipping = shopper
  .input(input)
  .mutation(({ ctx, input: { checkoutId: id, shippingMethodId } }) => {
    const save = async () => {
      const answer = await ctx.client(OrdersService).updateCheckout({ checkoutId: id, shippingMethodId })
      const checkout = expectCheckout(answer.checkout)
      return { redirectTo: `/checkout/${id}/${checkout.hasPayment ? 'review' : 'payment'}`, checkout }
    }
    return redirectOnRefusal(id, save())
  })
