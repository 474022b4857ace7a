import { z } from 'zod'
import { procedure } from '../bff.ts'
import { returnTo } from '../input.ts'
import { safePath } from '../safe-path.ts'

/** Where a sign-in would lead, and whether there is anything left to do. */
export const signInPage = procedure.input(z.object({ returnTo })).query(({ ctx, input }) => ({
  signedIn: ctx.actor?.kind === 'account',
  returnTo: safePath(input.returnTo),
}))
