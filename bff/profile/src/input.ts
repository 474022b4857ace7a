import { emailKey } from '@mallhive/contracts/contact'
import { ownPath } from '@mallhive/mfe-kit/own-path'
import { emailMessage } from '@mallhive/mfe-kit/bff/contact-fields'
import { z } from 'zod'
import { msg } from './messages.ts'

const noControls = /^[^\p{Cc}]*$/u

/** Parses a required single-line text field. */
export function line(missing: string) {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(120, msg('line.too-long'))
    .regex(noControls, msg('line.unprintable'))
}

/** An e-mail address that is only compared: accounts and orders may predate the present rule. */
export const knownEmail = z
  .string()
  .max(254, msg('line.too-long'))
  .regex(/\S@\S/, emailMessage(''))
  .transform(emailKey)

export const returnTo = z.string().max(4_000).optional()

/** Returns the path to open after signing in. */
export function afterSignIn(claimed: string | undefined): string {
  return ownPath(claimed) ?? '/account'
}
