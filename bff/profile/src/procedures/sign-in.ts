import { IdentityService } from '@mallhive/contracts/identity'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { afterSignIn, knownEmail, returnTo } from '../input.ts'
import { guestTokenOf, takeCart } from '../take-cart.ts'

export const signIn = procedure
  .meta({ perMinute: 20 })
  .input(
    z.object({ email: knownEmail, password: z.string().min(1, 'Enter your password.').max(200), returnTo }),
  )
  .mutation(async ({ ctx, input }) => {
    const guestToken = guestTokenOf(ctx)
    const { setCookies } = await refusalMessages(
      ctx.client(IdentityService).signIn({
        email: input.email,
        password: input.password,
        cookie: ctx.cookieHeader,
        clientAddress: ctx.clientAddress,
      }),
    )
    ctx.setCookies(setCookies)
    await ctx.renewSession()
    await takeCart(ctx, guestToken)
    return { redirectTo: afterSignIn(input.returnTo) }
  })
