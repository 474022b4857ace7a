import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'
import { msg } from '../messages.ts'
import { saveInputs, stepOf } from '../save-inputs.ts'

const input = z.object({ checkoutId, shippingMethodId: z.string(msg('shipping.missing')).min(1).max(64) })

/** Saves the shipping method; returns the checkout with its totals. */
export const saveShipping = shopper
  .input(input)
  .mutation(({ ctx, input: { checkoutId: id, shippingMethodId } }) => {
    const save = async () => {
      const checkout = await saveInputs(ctx, id, { shippingMethodId })
      return { redirectTo: stepOf(checkout, checkout.hasPayment ? 'review' : 'payment', id), checkout }
    }
    return redirectOnRefusal(id, save())
  })
