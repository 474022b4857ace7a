import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { checkoutId } from '../input.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

/** Resumes a checkout after the bank's challenge. Without a session returns no state. */
export const resumeCheckout = procedure
  .meta({ forLoaders: true })
  .input(z.object({ checkoutId }))
  .mutation(async ({ ctx, input }) => {
    if (!ctx.actor) return {}
    const { checkout } = await ctx.client(OrdersService).resumeCheckout(input)
    return { state: expectCheckout(checkout, ctx.lang).state }
  })
