import { IdentityService } from '@mallhive/contracts/identity'
import { emailField, nameField } from '@mallhive/mfe-kit/bff/contact-fields'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { msg } from '../messages.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { afterSignIn, returnTo } from '../input.ts'
import { takeOverGuest } from '../take-over-guest.ts'

const password = z
  .string()
  .min(8, msg('password.short', { least: 8 }))
  .max(128, msg('password.long', { most: 128 }))

export const signUp = procedure
  .meta({ perMinute: 30 })
  .input(z.object({ name: nameField, email: emailField, password, returnTo }))
  .mutation(async ({ ctx, input }) => {
    await refusalMessages(
      ctx.client(IdentityService).register({
        name: input.name,
        email: input.email,
        password: input.password,
      }),
    )
    await takeOverGuest(ctx)
    return { redirectTo: afterSignIn(input.returnTo) }
  })
