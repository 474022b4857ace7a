import { z } from 'zod'
import { procedure } from '../bff.ts'
import { afterSignIn, returnTo } from '../input.ts'

/** Returns the path to open after signing in, and whether the visitor is signed in already. */
export const signInPage = procedure.input(z.object({ returnTo })).query(({ ctx, input }) => ({
  signedIn: ctx.actor?.kind === 'account',
  returnTo: afterSignIn(input.returnTo),
}))
