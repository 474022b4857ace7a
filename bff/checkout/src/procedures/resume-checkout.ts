import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { checkoutId } from '../input.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

export const resumeCheckout = shopper.input(z.object({ checkoutId })).mutation(async ({ ctx, input }) => {
  const { checkout } = await ctx.client(OrdersService).resumeCheckout(input)
  return { state: expectCheckout(checkout).state }
})
