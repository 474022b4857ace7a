import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'

const input = z.object({ checkoutId, declined: z.boolean().default(false) })

/** Starts a new checkout from a failed one and redirects to it. */
export const retryCheckout = shopper
  .meta({ forLoaders: true })
  .input(input)
  .mutation(({ ctx, input: { checkoutId: id, declined } }) => {
    const retry = async () => {
      const { checkout } = await ctx.client(OrdersService).retryCheckout({ checkoutId: id })
      return { redirectTo: `/checkout/${checkout?.id}/payment${declined ? '?declined=1' : ''}` }
    }
    return redirectOnRefusal(id, retry())
  })
