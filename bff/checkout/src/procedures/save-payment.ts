import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'
import { saveInputs, stepOf } from '../save-inputs.ts'

const input = z.object({
  checkoutId,
  paymentMethod: z.string().min(1).max(200),
  paymentLabel: z.string().max(100),
})

/** Saves the card token that the provider returned through the shopper's browser; returns the checkout to review. */
export const savePayment = shopper
  .meta({ forLoaders: true })
  .input(input)
  .mutation(({ ctx, input: { checkoutId: id, ...card } }) => {
    const save = async () => {
      const checkout = await saveInputs(ctx, id, card)
      return { redirectTo: stepOf(checkout, 'review', id), checkout }
    }
    return redirectOnRefusal(id, save())
  })
