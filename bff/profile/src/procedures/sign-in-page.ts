import { z } from 'zod'
import { procedure } from '../bff.ts'
import { afterSignIn, returnTo } from '../input.ts'

/** Where a sign-in would lead, and whether there is anything left to do. */
export const signInPage = procedure.input(z.object({ returnTo })).query(({ ctx, input }) => ({
  signedIn: ctx.actor?.kind === 'account',
  returnTo: afterSignIn(input.returnTo),
}))
