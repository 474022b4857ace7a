import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'

const input = z.object({ checkoutId, shippingMethodId: z.string('Choose a shipping method.').min(1).max(64) })

export const saveShipping = shopper
  .input(input)
  .mutation(({ ctx, input: { checkoutId: id, shippingMethodId } }) => {
    const save = async () => {
      const { checkout } = await ctx
        .client(OrdersService)
        .updateCheckout({ checkoutId: id, shippingMethodId })
      return { redirectTo: `/checkout/${id}/${checkout?.paymentMethod ? 'review' : 'payment'}` }
    }
    return redirectOnRefusal(id, save())
  })
