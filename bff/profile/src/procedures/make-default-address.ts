import { IdentityService } from '@mallhive/contracts/identity'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { account } from '../bff.ts'
import { msg } from '../messages.ts'
import { refusalMessages } from '../refusal-messages.ts'

export const makeDefaultAddress = account
  .input(z.object({ id: z.string().min(1).max(64) }))
  .mutation(async ({ ctx, input }) => {
    const identity = ctx.client(IdentityService)
    const { addresses } = await identity.listAddresses({})
    if (!addresses.some(({ id }) => id === input.id))
      throw new Refusal('not_found', 'NO_ADDRESS', msg('address.deleted'))
    await refusalMessages(identity.saveAddress({ address: { id: input.id, isDefault: true } }))
    return { redirectTo: '/addresses' }
  })
