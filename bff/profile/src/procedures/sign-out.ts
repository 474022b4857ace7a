import { IdentityService } from '@mallhive/contracts/identity'
import { procedure } from '../bff.ts'
import { forgetLookup } from '../lookup-cookie.ts'

export const signOut = procedure.mutation(async ({ ctx }) => {
  const { setCookies } = await ctx.client(IdentityService).signOut({ cookie: ctx.cookieHeader })
  ctx.setCookies([...setCookies, forgetLookup(ctx.publicOrigin)])
  await ctx.renewSession()
  return {}
})
