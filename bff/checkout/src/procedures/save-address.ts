import { IdentityService } from '@mallhive/contracts/identity'
import { addressFields, checkAddressFields, emailField } from '@mallhive/mfe-kit/bff/contact-fields'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'
import { saveInputs, stepOf } from '../save-inputs.ts'

const input = z
  .object({
    checkoutId,
    email: emailField,
    ...addressFields,
    remember: z.string().optional(),
  })
  .superRefine(checkAddressFields)

/** Saves e-mail and address; returns the checkout with the shipping methods that serve the address. */
export const saveAddress = shopper.input(input).mutation(({ ctx, input: given }) => {
  const { checkoutId: id, email, remember, ...address } = given
  const save = async () => {
    const checkout = await saveInputs(ctx, id, { email, address })
    if (remember && ctx.actor.kind === 'account') {
      await ctx
        .client(IdentityService)
        .saveAddress({ address: { address } })
        .catch((error: unknown) => ctx.log.warn({ err: error }, 'saving the address to the account failed'))
    }
    return { redirectTo: stepOf(checkout, 'shipping', id), checkout }
  }
  return redirectOnRefusal(id, save())
})
