import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'

const input = z.object({
  checkoutId,
  paymentMethod: z.string().min(1).max(200),
  paymentLabel: z.string().max(100),
})

/** Saves the card token that the provider returned through the shopper's browser. */
export const savePayment = shopper.input(input).mutation(({ ctx, input: given }) => {
  const page = { redirectTo: `/checkout/${given.checkoutId}/review` }
  return redirectOnRefusal(
    given.checkoutId,
    ctx
      .client(OrdersService)
      .updateCheckout(given)
      .then(() => page),
  )
})
