import { emailKey } from '@mallhive/contracts/contact'
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

/** An address that is only compared: accounts and orders of before today's rule keep theirs. */
export const knownEmail = z
  .string()
  .max(254, 'That is too long.')
  .regex(/\S@\S/, 'Enter an e-mail address such as ada@example.org.')
  .transform(emailKey)

export const returnTo = z.string().max(4_000).optional()

/** Returns the page to go on to after signing in. */
export function afterSignIn(claimed: string | undefined): string {
  return ownPath(claimed) ?? '/account'
}
