import { IdentityService } from '@mallhive/contracts/identity'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { account } from '../bff.ts'
import { msg } from '../messages.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { saveInputs, stepOf } from '../save-inputs.ts'
import { checkoutId } from '../input.ts'

export const useSavedAddress = account
  .input(z.object({ checkoutId, addressId: z.string().max(64) }))
  .mutation(({ ctx, input }) => {
    const save = async () => {
      const { addresses } = await ctx.client(IdentityService).listAddresses({})
      const address = addresses.find(({ id }) => id === input.addressId)?.address
      if (!address) throw new Refusal('not_found', 'ADDRESS_NOT_FOUND', msg('address.not-saved'))
      const checkout = await saveInputs(ctx, input.checkoutId, { email: ctx.actor.email, address })
      return { redirectTo: stepOf(checkout, 'shipping', input.checkoutId), checkout }
    }
    return redirectOnRefusal(input.checkoutId, save())
  })
