import { type LoaderContext, redirect } from '@mallhive/mfe-kit'
import { refusedWith } from './refused-with.ts'

/** What only an account may see; everybody else signs in first and comes back. */
export async function signedIn<T>(ctx: LoaderContext, call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    if (refusedWith(error) === 'UNAUTHORIZED')
      redirect(`/sign-in?returnTo=${encodeURIComponent(hereOf(ctx))}`)
    throw error
  })
}

function hereOf({ path, search }: LoaderContext): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(given).toString()
  return query ? `${path}?${query}` : path
}
