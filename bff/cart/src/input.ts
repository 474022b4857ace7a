import { maxQuantity } from '@mallhive/contracts/limits'
import { readQuantity } from '@mallhive/contracts/quantity'
import { z } from 'zod'
import { msg } from './messages.ts'

export const sku = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, msg('input.sku'))

/** Parses the quantity field of a form. */
export function quantity(min: 0 | 1) {
  const message = msg('input.quantity', { least: min, most: maxQuantity })
  return z
    .union([z.string().transform(readQuantity), z.number()])
    .pipe(z.number(message).int(message).min(min, message).max(maxQuantity, message))
}
