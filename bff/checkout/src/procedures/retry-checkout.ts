import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { elsewhere } from '../elsewhere.ts'
import { checkoutId } from '../input.ts'

/** The checkout that a declined one goes on as. */
export const retryCheckout = shopper.input(z.object({ checkoutId })).mutation(({ ctx, input }) => {
  const retry = async () => {
    const { checkout } = await ctx.client(OrdersService).retryCheckout(input)
    return { redirectTo: `/checkout/${checkout?.id}/payment?declined=1` }
  }
  return elsewhere(input.checkoutId, retry())
})
