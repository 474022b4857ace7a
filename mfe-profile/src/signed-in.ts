import { type LoaderContext, redirect } from '@mallhive/mfe-kit'
import { hereOf } from './here-of.ts'
import { refusedWith } from './refused-with.ts'

/** Resolves a call that needs an account; redirects a signed-out visitor to sign in and return. */
export async function signedIn<T>(ctx: LoaderContext, call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    if (refusedWith(error) === 'UNAUTHORIZED')
      redirect(`/sign-in?returnTo=${encodeURIComponent(hereOf(ctx.path, ctx.search))}`)
    throw error
  })
}
