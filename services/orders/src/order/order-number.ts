import { randomBytes } from 'node:crypto'

// Crockford's base 32: no I, L, O, U, so that a number survives being read over the phone.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `MH-` and 40 random bits: short enough to read out, not to be guessed together with an e-mail address. */
export const newOrderNumber = (): string =>
  `MH-${Array.from(randomBytes(8), (byte) => digits[byte % 32]).join('')}`

/** Undoes what people do to a number when they type it. */
export const readOrderNumber = (typed: string): string =>
  `MH-${typed
    .trim()
    .toUpperCase()
    .replace(/^MH/, '')
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')}`
