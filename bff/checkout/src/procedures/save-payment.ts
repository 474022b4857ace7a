import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

const input = z.object({
  checkoutId,
  paymentMethod: z.string().min(1).max(200),
  paymentLabel: z.string().max(100),
})

/** Saves the card token that the provider returned through the shopper's browser; returns the checkout to review. */
export const savePayment = shopper
  .meta({ forLoaders: true })
  .input(input)
  .mutation(({ ctx, input: given }) => {
    const save = async () => {
      const { checkout } = await ctx.client(OrdersService).updateCheckout(given)
      return { redirectTo: `/checkout/${given.checkoutId}/review`, checkout: expectCheckout(checkout) }
    }
    return redirectOnRefusal(given.checkoutId, save())
  })
