import { IdentityService } from '@mallhive/contracts/identity'
import { z } from 'zod'
import { account } from '../bff.ts'

export const deleteAddress = account
  .input(z.object({ id: z.string().min(1).max(64) }))
  .mutation(async ({ ctx, input }) => {
    await ctx.client(IdentityService).deleteAddress(input)
    return { redirectTo: '/addresses' }
  })
