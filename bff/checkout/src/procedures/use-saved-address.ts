import { IdentityService } from '@mallhive/contracts/identity'
import { OrdersService } from '@mallhive/contracts/orders'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { account } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { expectCheckout } from '../view/expect-checkout.ts'
import { checkoutId } from '../input.ts'

export const useSavedAddress = account
  .input(z.object({ checkoutId, addressId: z.string().max(64) }))
  .mutation(({ ctx, input }) => {
    const save = async () => {
      const { addresses } = await ctx.client(IdentityService).listAddresses({})
      const address = addresses.find(({ id }) => id === input.addressId)?.address
      if (!address)
        throw new Refusal(
          'not_found',
          'ADDRESS_NOT_FOUND',
          'This address is no longer saved in your account.',
        )
      const { checkout } = await ctx
        .client(OrdersService)
        .updateCheckout({ checkoutId: input.checkoutId, email: ctx.actor.email, address })
      return { redirectTo: `/checkout/${input.checkoutId}/shipping`, checkout: expectCheckout(checkout) }
    }
    return redirectOnRefusal(input.checkoutId, save())
  })
