import { IdentityService } from '@mallhive/contracts/identity'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { msg } from '../messages.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { afterSignIn, knownEmail, returnTo } from '../input.ts'
import { takeOverGuest } from '../take-over-guest.ts'

export const signIn = procedure
  .meta({ perMinute: 240 })
  .input(
    z.object({ email: knownEmail, password: z.string().min(1, msg('password.missing')).max(200), returnTo }),
  )
  .mutation(async ({ ctx, input }) => {
    await refusalMessages(
      ctx.client(IdentityService).signIn({
        email: input.email,
        password: input.password,
      }),
    )
    await takeOverGuest(ctx)
    return { redirectTo: afterSignIn(input.returnTo) }
  })
