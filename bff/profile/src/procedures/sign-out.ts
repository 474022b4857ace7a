import { IdentityService } from '@mallhive/contracts/identity'
import { procedure } from '../bff.ts'
import { forgetLookup } from '../lookup-cookie.ts'

export const signOut = procedure.mutation(async ({ ctx }) => {
  await ctx.client(IdentityService).signOut({})
  forgetLookup(ctx)
  return {}
})
