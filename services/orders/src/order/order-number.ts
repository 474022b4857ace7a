import { randomBytes } from 'node:crypto'

// Crockford's base 32: no I, L, O, U, so that a number can be dictated.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Returns `MH-` and 40 random bits: short enough to dictate, infeasible to guess together with an e-mail address. */
export const newOrderNumber = (): string =>
  `MH-${Array.from(randomBytes(8), (byte) => digits[byte % 32]).join('')}`
