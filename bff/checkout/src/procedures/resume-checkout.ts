import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { checkoutId } from '../input.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

/** Goes on with a checkout after the bank. Without a session there is none: the page that calls this is opened by a GET. */
export const resumeCheckout = procedure.input(z.object({ checkoutId })).mutation(async ({ ctx, input }) => {
  if (!ctx.actor) return {}
  const { checkout } = await ctx.client(OrdersService).resumeCheckout(input)
  return { state: expectCheckout(checkout).state }
})
