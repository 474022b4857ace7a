import { z } from 'zod'

export const checkoutId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'That is not a checkout.')

/** A text field of a form: trimmed, on one line, of a length that fits on a label. */
export const text = (missing: string) => optionalText.min(1, missing)

export const optionalText = z
  .string()
  .trim()
  .max(120, 'Please keep this under 120 characters.')
  .regex(/^\P{Cc}*$/u, 'There are characters in this that cannot be printed.')
