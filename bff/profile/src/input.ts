import { ownPath } from '@mallhive/mfe-kit/own-path'
import { z } from 'zod'

const noControls = /^[^\p{Cc}]*$/u

/** One line of text that a person typed. */
export function line(missing: string, max = 120) {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(max, 'That is too long.')
    .regex(noControls, 'Use plain letters.')
}

export const optionalLine = z
  .string()
  .trim()
  .max(120, 'That is too long.')
  .regex(noControls, 'Use plain letters.')

export const email = z
  .string()
  .trim()
  .max(254, 'That is too long.')
  .pipe(z.email('Enter an e-mail address such as ada@example.org.'))

export const returnTo = z.string().max(4_000).optional()

/** Returns the page to go on to after signing in. */
export function afterSignIn(claimed: string | undefined): string {
  return ownPath(claimed) ?? '/account'
}
